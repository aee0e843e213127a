import { callAll } from './emitter.js';
import { isPassing } from './passing.js';
import { Position } from './position.js';
import { nameOf, streamOf } from './streams.js';

/** The streams that a client follows, each with its position and its listeners. */
export class Subscriptions {
  #followed = new Map();
  #count = 0;
  #send;
  #later;

  /** Frames go out by `send(frame)`, which may drop them; `later(work)` runs work in a while. */
  constructor({ send, later }) {
    this.#send = send;
    this.#later = later;
  }

  /** Adds a listener to a stream; the function that comes back takes it away again. */
  add(stream, listener, since) {
    const entry = this.#followed.get(nameOf(stream)) ?? this.#begin(stream, since);
    entry.listeners.add(listener);
    if (entry.isLive) {
      queueMicrotask(() => this.#greet(entry, listener));
    }
    return () => this.#remove(entry, listener);
  }

  /** The last number seen of a stream, if any. */
  lastOf(stream) {
    return this.#followed.get(nameOf(stream))?.position.last;
  }

  /** Asks for all streams that are not live, from where each was left. */
  resume() {
    [...this.#followed.values()].filter(({ isLive }) => !isLive).forEach((entry) => this.#ask(entry));
  }

  /** None is live any more: the connection has ended. */
  interrupt() {
    this.#followed.forEach((entry) => Object.assign(entry, { isLive: false }));
  }

  /** Takes a frame; says whether it was the refusal of a subscription. */
  answer(frame) {
    const entry = [...this.#followed.values()].find(({ requestId }) => requestId === frame.requestId);
    if (!entry || frame.type !== 'error') {
      return false;
    }
    if (isPassing(frame)) {
      callAll(entry.listeners, { ...frame, ...entry.stream, type: 'postponed' });
      this.#later(() => this.#isFollowed(entry) && !entry.isLive && this.#ask(entry));
    } else {
      this.#followed.delete(nameOf(entry.stream));
      callAll(entry.listeners, { ...frame, ...entry.stream });
    }
    return true;
  }

  /** Whether a frame is news: not an event that was seen before. Listeners of its stream hear it. */
  take(frame) {
    const stream = streamOf(frame);
    const entry = stream && this.#followed.get(nameOf(stream));
    const isNews = !entry || this.#advance(entry, frame);
    if (entry && isNews) {
      callAll(entry.listeners, frame);
    }
    return isNews;
  }

  #begin(stream, since) {
    this.#count += 1;
    const entry = {
      stream,
      requestId: `subscribe ${this.#count}`,
      position: new Position(since),
      listeners: new Set(),
      isLive: false,
    };
    this.#followed.set(nameOf(stream), entry);
    this.#ask(entry);
    return entry;
  }

  #ask({ stream, requestId, position }) {
    this.#send({ action: 'subscribe', requestId, ...stream, since: position.last });
  }

  /** Tells a listener that came later what the others were told: that the stream is live. */
  #greet({ stream, position, isLive, listeners }, listener) {
    if (isLive && listeners.has(listener)) {
      const lastSequence = position.last;
      callAll([listener], { type: 'subscribed', ...stream, lastSequence, replayed: 0 });
    }
  }

  /** What comes before the answer belongs to a subscription that was given up, or comes again. */
  #advance(entry, frame) {
    if (frame.type === 'subscribed') {
      return this.#enliven(entry, frame);
    }
    if (!entry.isLive) {
      return false;
    }
    switch (frame.type) {
      case 'unsubscribed':
        return frame.reason !== undefined && this.#followed.delete(nameOf(entry.stream));
      case 'gap':
        entry.position.reach(frame.to);
        return true;
      default:
        return entry.position.admit(frame);
    }
  }

  #enliven(entry, { requestId, lastSequence }) {
    if (requestId !== entry.requestId) {
      return false;
    }
    entry.isLive = true;
    if (entry.position.last === undefined) {
      entry.position.reach(lastSequence);
    }
    return true;
  }

  #isFollowed(entry) {
    return this.#followed.get(nameOf(entry.stream)) === entry;
  }

  #remove(entry, listener) {
    entry.listeners.delete(listener);
    if (entry.listeners.size === 0 && this.#isFollowed(entry)) {
      this.#followed.delete(nameOf(entry.stream));
      this.#send({ action: 'unsubscribe', ...entry.stream });
    }
  }
}
