import { isPassing } from '/client/passing.js';

/** How long after a failure that passes the first page is read again, in milliseconds. */
const AGAIN = 2_000;

/** The history of a stream as far as it was read: its first page, and further ones on demand. */
export class History {
  #page;
  #timeline;
  #changed;
  #live;
  #after;
  #next;
  #turn = 0;
  #isReading = false;

  /** Whether the first page is there. */
  ready = false;

  /** Whether that is all that could be known when it was read last, and why not if that failed. */
  isWhole = false;
  error;

  /** Whether a further page is being read, and why that failed if it did. */
  busy = false;
  stuck;

  /** Puts what `page(cursor) → {items, next}` gives into the timeline; `changed()` hears of all else. */
  constructor(page, timeline, { changed, live, after }) {
    this.#page = page;
    this.#timeline = timeline;
    this.#changed = changed;
    this.#live = live;
    this.#after = after;
  }

  /** Whether there are further pages. */
  get hasMore() {
    return this.#next !== undefined;
  }

  /**
   * Reads the first page. What was known `before`, and is not reached by it, is known no longer; where not
   * all is read `anew`, that is so only if nothing of it is reached.
   */
  async read({ anew = true, before = this.#timeline.items.map(({ id }) => id) } = {}) {
    this.#turn += 1;
    const turn = this.#turn;
    this.#isReading = true;
    this.isWhole = false;
    this.busy = false;
    this.stuck = undefined;
    if (anew) {
      this.#timeline.forgetRemovals();
    }
    try {
      const { items, next } = await this.#page();
      if (turn !== this.#turn) {
        return;
      }
      const ids = new Set(items.map(({ id }) => id));
      if (anew || !before.some((id) => ids.has(id))) {
        this.#timeline.forget(before.filter((id) => !ids.has(id)));
        this.#next = next;
      }
      this.#timeline.merge(items);
      this.isWhole = true;
      this.error = undefined;
      this.ready = true;
    } catch (error) {
      if (turn !== this.#turn) {
        return;
      }
      this.#fail(error, () => turn === this.#turn && this.read({ anew, before: anew ? undefined : before }));
    }
    this.#isReading = false;
    this.#changed();
  }

  /** Reads the first page unless it is under way, or what is known of it is all that there is. */
  readUnlessWhole() {
    if (!this.isWhole && !this.#isReading) {
      this.read();
    }
  }

  /**
   * Where more than `most` things are known, reads the first page; where that `isWanted()` still,
   * nothing else is known from then on.
   */
  async shorten(most, isWanted) {
    const before = this.#timeline.items.map(({ id }) => id);
    if (before.length <= most || !this.isWhole || this.#isReading || this.busy) {
      return;
    }
    const turn = this.#turn;
    this.#isReading = true;
    const page = await this.#page().catch(() => undefined);
    if (turn !== this.#turn) {
      return;
    }
    this.#isReading = false;
    if (page && isWanted()) {
      this.#timeline.forget(before);
      this.#timeline.merge(page.items);
      this.#next = page.next;
    }
    this.#changed();
  }

  /** Reads the next page, if it is known which that is; what is read anew meanwhile counts instead. */
  async further() {
    if (this.busy || this.#isReading || !this.hasMore) {
      return;
    }
    const turn = this.#turn;
    this.busy = true;
    this.stuck = undefined;
    this.#changed();
    try {
      const { items, next } = await this.#page(this.#next);
      if (turn !== this.#turn) {
        return;
      }
      this.#timeline.merge(items);
      this.#next = next;
    } catch (error) {
      if (turn !== this.#turn) {
        return;
      }
      this.stuck = error;
    }
    this.busy = false;
    this.#changed();
  }

  /** What failed is tried again, or does not matter any more. */
  forgetFailures() {
    this.error = undefined;
    this.stuck = undefined;
  }

  /** Reads nothing more, until it is read again: what is under way is not waited for. */
  leave() {
    this.#turn += 1;
    this.#isReading = false;
    this.isWhole = false;
    this.busy = false;
    this.#next = undefined;
  }

  /** What passes is tried again; without a connection, when there is one. */
  #fail(error, again) {
    const { state } = this.#live.status;
    const comesBack = state !== 'open' && state !== 'closed';
    const isAway = error.code === 'unavailable' && comesBack;
    this.error = isAway ? undefined : error;
    if (!isAway && state !== 'closed' && (error.passing || isPassing(error))) {
      this.#after(AGAIN, again);
    }
  }
}
