/** What the tests of the client stand on: a clock and a socket of their own. */
export function equal(actual, expected) {
  const [one, other] = [actual, expected].map((value) => JSON.stringify(value));
  if (one !== other) {
    throw new Error(`expected ${other}, was ${one}`);
  }
}

/** Lets promises that are settled be heard. */
export const settle = () => new Promise((resolve) => setTimeout(resolve));

/** A clock that moves when it is told to. */
export class Clock {
  now = 0;
  #timers = new Set();

  after = (ms, work) => {
    const timer = { at: this.now + ms, work };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  async pass(ms) {
    const end = this.now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers.delete(next);
      this.now = next.at;
      next.work();
      await settle();
    }
    this.now = end;
  }

  #next(end) {
    return [...this.#timers].filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
  }
}

/** Sockets in place of the browser's; the latest is that of the connection. */
export function sockets() {
  return class Socket {
    static all = [];
    static answersPings = false;

    static get latest() {
      return Socket.all.at(-1);
    }

    sent = [];
    readyState = 0;

    constructor(url, protocols) {
      Object.assign(this, { url, protocols });
      Socket.all.push(this);
    }

    welcome() {
      this.readyState = 1;
      this.hear({ type: 'welcome', connectionId: 'c', userId: 'u', node: 'n' });
    }

    hear(...frames) {
      this.onmessage?.({ data: frames.map((frame) => JSON.stringify(frame)).join('\n') });
    }

    /** Answers the latest subscription, and says more in the same frame. */
    grant(lastSequence, ...frames) {
      const { requestId, ...stream } = this.sentActions('subscribe').at(-1);
      this.hear({ ...stream, type: 'subscribed', requestId, lastSequence }, ...frames);
    }

    send(text) {
      const frame = JSON.parse(text);
      this.sent.push(frame);
      if (Socket.answersPings && frame.action === 'ping') {
        queueMicrotask(() => this.hear({ type: 'pong', requestId: frame.requestId }));
      }
    }

    close(code = 1006, reason = '') {
      this.readyState = 3;
      this.onclose?.({ code, reason });
    }

    sentActions(action) {
      return this.sent.filter((frame) => frame.action === action);
    }
  };
}

/** A JWT, unsigned, that lives so many seconds. */
export function jwt(lifetime, now = Date.now() / 1000) {
  const body = btoa(JSON.stringify({ sub: 'u', iat: now, exp: now + lifetime }));
  return `e30.${body}.x`;
}
