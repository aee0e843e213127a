import { nameOf, streamOf } from '/client/streams.js';
import { History } from './history.js';
import { live as theLive } from './live.js';

/**
 * What is read of a stream: its history, and from then on what it tells.
 *
 * The first page is read when the stream has begun to be live, so that nothing falls between the
 * two; while there is no connection it is read at once, and then anew, for nobody tells what has
 * happened until then. After a reconnect the stream itself brings what was missed. Where it does not
 * keep that (`gap`), all is read anew; where it has what cannot be replayed (`isReplayed` is false),
 * the first page is read again, and what it does not reach is left to be read on demand.
 */
export class Reading {
  #source;
  #hear;
  #changed;
  #live;
  #ends = [];

  /** How far it was read. */
  history;

  /** Why there is nothing live: what the server answered in place of the stream. */
  refusal;

  /**
   * The source says what it is: `{stream, page(cursor) → {items, next}, isReplayed}`. Its pages go to the
   * timeline, its events to `hear(frame)`; `changed()` hears when something else is to be shown.
   */
  constructor(source, timeline, { hear, changed, live = theLive, after = (ms, work) => setTimeout(work, ms) }) {
    this.#source = source;
    this.#hear = hear;
    this.#changed = changed;
    this.#live = live;
    this.history = new History(source.page, timeline, { changed, live, after });
  }

  /** Begins to listen, and to read. */
  start() {
    this.#ends = [this.#live.on('subscribed', (frame) => this.#comeBack(frame))];
    this.#follow();
  }

  /** Listens no longer, and reads nothing more. */
  stop() {
    this.#ends.splice(0).forEach((end) => end());
    this.history.leave();
  }

  /** Why there is nothing to be seen, or nothing live. */
  get error() {
    return this.refusal ?? this.history.error;
  }

  /** Whether it may not be read, or not any more. */
  get isGone() {
    return this.refusal !== undefined && this.refusal.code !== 'invalid';
  }

  /** Tries again what failed, or was refused. */
  retry() {
    this.history.forgetFailures();
    if (this.refusal) {
      this.#follow();
    } else {
      this.history.read();
    }
    this.#changed();
  }

  #follow() {
    let isLive = false;
    this.refusal = undefined;
    if (this.#live.status.state !== 'open') {
      this.history.read();
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
    if (!isAgain || !this.history.isWhole) {
      this.history.read();
    } else if (this.#source.isReplayed === false) {
      this.history.read({ anew: false });
    }
    this.history.forgetFailures();
    this.#changed();
  }

  #take(frame) {
    if (frame.type === 'gap') {
      this.history.read();
    } else if (frame.type === 'postponed') {
      this.history.readUnlessWhole();
    } else if (frame.type === 'error' || frame.type === 'unsubscribed') {
      this.#refuse(frame);
    } else {
      this.#hear(frame);
    }
  }

  #refuse(frame) {
    this.refusal = frame;
    if (!this.isGone) {
      this.history.readUnlessWhole();
    }
    this.#changed();
  }

  /** Who lost the right to read, and has it again, begins anew. */
  #comeBack(frame) {
    if (this.refusal && nameOf(streamOf(frame)) === nameOf(this.#source.stream)) {
      this.retry();
    }
  }
}
