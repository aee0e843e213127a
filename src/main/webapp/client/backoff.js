/** How long to wait before connecting again: exponential, with full jitter. */
export class Backoff {
  #attempt = 0;
  #base;
  #cap;
  #random;

  /** Milliseconds: the first wait is at most `base`, none is longer than `cap`. */
  constructor({ base = 500, cap = 30_000, random = Math.random } = {}) {
    this.#base = base;
    this.#cap = cap;
    this.#random = random;
  }

  /** The next wait: anything between nothing and twice the last bound. */
  next() {
    const bound = Math.min(this.#cap, this.#base * 2 ** this.#attempt);
    this.#attempt += 1;
    return this.#random() * bound;
  }

  /** Begins anew, after a success. */
  reset() {
    this.#attempt = 0;
  }
}

/** The wait that the server asks for in the reason of a close (`retryAfterMs=1200`), if it does. */
export function retryAfter(reason) {
  const found = /retryAfterMs=(\d+)/.exec(reason ?? '');
  return found ? Number(found[1]) : undefined;
}

/** Whether a client may come back after that close code: 4500–4999 say no. */
export function mayReturn(code) {
  return code < 4500 || code > 4999;
}
