/** Asks the server for a pong again and again: measures how long it takes, and whether it comes. */
export class Heartbeat {
  #ask;
  #lost;
  #measured;
  #after;
  #every;
  #patience;
  #cancel = () => {};
  #sentAt;
  #beat = 0;
  #latency;

  /** `ask(requestId)` sends a ping; `measured()` hears of pongs, `lost()` of one that is missing. */
  constructor({ ask, measured, lost, after, every = 10_000, patience = 8_000 }) {
    this.#ask = ask;
    this.#measured = measured;
    this.#lost = lost;
    this.#after = after;
    this.#every = every;
    this.#patience = patience;
  }

  /** How long the last pong took, in milliseconds; undefined where there was none yet. */
  get latency() {
    return this.#latency;
  }

  /** Asks now, and from then on; waits for this pong as long as told. */
  start(patience = this.#patience) {
    this.#cancel();
    this.#beat += 1;
    this.#sentAt = performance.now();
    this.#ask(this.#id());
    this.#cancel = this.#after(patience, () => this.#lost());
  }

  /** Asks no more: the connection has ended. */
  stop() {
    this.#cancel();
    this.#latency = undefined;
  }

  /** Takes a pong. */
  pong({ requestId }) {
    if (requestId === this.#id()) {
      this.#cancel();
      this.#latency = performance.now() - this.#sentAt;
      this.#measured();
      this.#cancel = this.#after(this.#every, () => this.start());
    }
  }

  #id() {
    return `ping ${this.#beat}`;
  }
}
