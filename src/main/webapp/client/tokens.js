import { freshFor, freshWhenNew } from './token.js';

/** How soon a token is asked for again, at the earliest. */
const RETRY = 2_000;

/** The longest time that a browser's timer can wait. */
const LONGEST = 2 ** 31 - 1;

/** Gives connections their token, and puts a fresh one in its place before it ends. */
export class Tokens {
  #ask;
  #send;
  #after;
  #token;
  #unwelcome = false;
  #turn = 0;
  #cancel = () => {};

  /** `ask({renew, failed})` gives a token; `send(frame)` goes over the open connection. */
  constructor({ ask, send, after }) {
    this.#ask = ask;
    this.#send = send;
    this.#after = after;
  }

  /** The token for a new connection, if there is one. */
  async take() {
    this.#token = await this.#ask({ renew: false, failed: this.#unwelcome });
    this.#unwelcome = true;
    return this.#token;
  }

  /** The server has welcomed it: from now on it is renewed in time. */
  watch() {
    this.#unwelcome = false;
    this.#renewIn(freshFor(this.#token));
  }

  /** Renews no more. */
  rest() {
    this.#turn += 1;
    this.#cancel();
  }

  /** Goes on under a fresh token. Without one, the connection ends with the old one. */
  async renew() {
    this.rest();
    const turn = this.#turn;
    try {
      const token = await this.#ask({ renew: true, failed: false });
      if (turn === this.#turn && token) {
        this.#send({ action: 'refreshToken', token });
        this.#renewIn(freshWhenNew(token), RETRY);
      }
    } catch {
      if (turn === this.#turn) {
        this.#renewIn(RETRY);
      }
    }
  }

  #renewIn(wait, least = 0) {
    this.rest();
    if (wait !== undefined) {
      this.#cancel = this.#after(Math.min(Math.max(wait, least), LONGEST), () => this.renew());
    }
  }
}
