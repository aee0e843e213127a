import { idOf, numberOf } from './streams.js';

/** How many messages without a number are remembered, so as to know them again. */
const REMEMBERED = 500;

/**
 * How far a stream has been seen. Numbers only ascend, so what is not above the last one is known;
 * what has no number is known by its id.
 */
export class Position {
  #last;
  #ids = new Set();

  /** Everything up to that number counts as seen; nothing is known where it is undefined. */
  constructor(last) {
    this.#last = last;
  }

  /** The last number seen: what to resume from. */
  get last() {
    return this.#last;
  }

  /** Everything up to that number has been seen, or is not kept any more. */
  reach(number) {
    this.#last = Math.max(number, this.#last ?? 0);
  }

  /** Whether an event is new; it counts as seen from then on. */
  admit(frame) {
    const number = numberOf(frame);
    return number === undefined ? this.#admitId(idOf(frame)) : this.#admitNumber(number);
  }

  #admitNumber(number) {
    if (this.#last !== undefined && number <= this.#last) {
      return false;
    }
    this.#last = number;
    return true;
  }

  #admitId(id) {
    if (id === undefined) {
      return true;
    }
    if (this.#ids.has(id)) {
      return false;
    }
    this.#ids.add(id);
    if (this.#ids.size > REMEMBERED) {
      this.#ids.delete(this.#ids.values().next().value);
    }
    return true;
  }
}
