import { isPassing } from '/client/passing.js';
import { nameOf, streamOf } from '/client/streams.js';
import { live as theLive } from './live.js';

/** How long after a failure that passes the page is read again, in milliseconds. */
const AGAIN = 2_000;

/**
 * What is read of a stream: its first page, further ones on demand, and from then on what it tells.
 *
 * The first page is read when the stream has begun to be live, so that nothing falls between the
 * two; while there is no connection it is read at once, and then anew, for nobody tells what has
 * happened until then. After a reconnect the stream itself brings what was missed. Where it does not
 * keep that (`gap`), all is read anew; where it has what cannot be replayed (`isReplayed` is false),
 * the first page is read again, and what it does not reach is left to be read on demand.
 */
export class Reading {
  #source;
  #timeline;
  #hear;
  #changed;
  #live;
  #after;
  #next;
  #isOpen = false;
  #turn = 0;
  #isReading = false;
  #isWhole = false;
  #failure;
  #ends = [];

  /** Whether the first page is there. */
  ready = false;

  /** Why there is nothing live: what the server answered in place of the stream. */
  refusal;

  /** Whether a further page is being read, and why that failed if it did. */
  busy = false;
  stuck;

  /**
   * The source says what it is: `{stream, page(cursor) → {items, next}, isReplayed}`. Its pages go to the
   * timeline, its events to `hear(frame)`; `changed()` hears when something else is to be shown.
   */
  constructor(source, timeline, { hear, changed, live = theLive, after = (ms, work) => setTimeout(work, ms) }) {
    this.#source = source;
    this.#timeline = timeline;
    this.#hear = hear;
    this.#changed = () => this.#isOpen && changed();
    this.#live = live;
    this.#after = after;
  }

  /** Begins to listen, and to read. */
  start() {
    this.#isOpen = true;
    this.#ends = [this.#live.on('subscribed', (frame) => this.#comeBack(frame))];
    this.#follow();
  }

  /** Listens no longer, and reads nothing more: what is under way is not waited for. */
  stop() {
    this.#isOpen = false;
    this.#turn += 1;
    this.#ends.splice(0).forEach((end) => end());
  }

  /** Why there is nothing to be seen, or nothing live. */
  get error() {
    return this.refusal ?? this.#failure;
  }

  /** Whether it may not be read, or not any more. */
  get isGone() {
    return this.refusal !== undefined && this.refusal.code !== 'invalid';
  }

  /** Whether there are further pages. */
  get hasMore() {
    return this.#next !== undefined;
  }

  /** Tries again what failed, or was refused. */
  retry() {
    this.#failure = undefined;
    if (this.refusal) {
      this.#follow();
    } else {
      this.#read();
    }
    this.#changed();
  }

  /** Reads the next page; what is read anew meanwhile counts instead. */
  async further() {
    if (this.busy || !this.hasMore || !this.#isOpen) {
      return;
    }
    const turn = this.#turn;
    this.busy = true;
    this.stuck = undefined;
    this.#changed();
    try {
      const { items, next } = await this.#source.page(this.#next);
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

  #follow() {
    let isLive = false;
    this.refusal = undefined;
    if (this.#live.status.state !== 'open') {
      this.#read();
    }
    const listener = (frame) => {
      if (frame.type === 'subscribed') {
        this.#enliven(isLive);
        isLive = true;
      } else {
        this.#take(frame);
      }
    };
    this.#ends.push(this.#live.subscribe(this.#source.stream, listener));
  }

  /** The stream is live, for the first time or again. */
  #enliven(isAgain) {
    if (!isAgain || !this.#isWhole) {
      this.#read();
    } else if (this.#source.isReplayed === false) {
      this.#read({ anew: false });
    }
    this.stuck = undefined;
    this.#changed();
  }

  #take(frame) {
    if (frame.type === 'gap') {
      this.#read();
    } else if (frame.type === 'postponed') {
      this.#readUnlessReady();
    } else if (frame.type === 'error' || frame.type === 'unsubscribed') {
      this.#refuse(frame);
    } else {
      this.#hear(frame);
    }
  }

  #refuse(frame) {
    this.refusal = frame;
    if (!this.isGone) {
      this.#readUnlessReady();
    }
    this.#changed();
  }

  #readUnlessReady() {
    if (!this.ready && !this.#isReading) {
      this.#read();
    }
  }

  /** Reads the first page. What was known before, and is not reached by it, is known no longer. */
  async #read({ anew = true } = {}) {
    this.#turn += 1;
    const turn = this.#turn;
    const before = this.#timeline.items.map(({ id }) => id);
    this.#isReading = true;
    this.#isWhole = false;
    this.busy = false;
    this.stuck = undefined;
    if (anew) {
      this.#timeline.forgetRemovals();
    }
    try {
      const { items, next } = await this.#source.page();
      if (turn !== this.#turn) {
        return;
      }
      const ids = new Set(items.map(({ id }) => id));
      if (anew || !before.some((id) => ids.has(id))) {
        this.#timeline.forget(before.filter((id) => !ids.has(id)));
        this.#next = next;
      }
      this.#timeline.merge(items);
      this.#isWhole = true;
      this.#failure = undefined;
      this.ready = true;
    } catch (error) {
      if (turn !== this.#turn) {
        return;
      }
      this.#fail(error, () => turn === this.#turn && this.#read({ anew }));
    }
    this.#isReading = false;
    this.#changed();
  }

  /** What passes is tried again; without a connection, when there is one. */
  #fail(error, again) {
    const { state } = this.#live.status;
    const comesBack = state !== 'open' && state !== 'closed';
    const isAway = error.code === 'unavailable' && comesBack;
    this.#failure = isAway ? undefined : error;
    if (!isAway && state !== 'closed' && (error.passing || isPassing(error))) {
      this.#after(AGAIN, again);
    }
  }

  /** Who lost the right to read, and has it again, begins anew. */
  #comeBack(frame) {
    if (this.refusal && nameOf(streamOf(frame)) === nameOf(this.#source.stream)) {
      this.retry();
    }
  }
}
