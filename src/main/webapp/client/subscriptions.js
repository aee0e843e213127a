import { Position } from './position.js';
import { nameOf, streamOf } from './streams.js';

/** Errors after which the same subscription may succeed a little later. */
const PASSING = new Set(['rateLimited', 'unavailable']);

/** The streams that a client follows, each with its position and its listeners. */
export class Subscriptions {
  #followed = new Map();
  #send;
  #later;

  /** Frames go out by `send(frame)`, which may drop them; `later(work)` runs work in a while. */
  constructor({ send, later }) {
    this.#send = send;
    this.#later = later;
  }

  /** Adds a listener to a stream; the function that comes back takes it away again. */
  add(stream, listener, since) {
    const name = nameOf(stream);
    let entry = this.#followed.get(name);
    if (!entry) {
      entry = { stream, position: new Position(since), listeners: new Set() };
      this.#followed.set(name, entry);
      this.#ask(entry);
    }
    entry.listeners.add(listener);
    return () => this.#remove(name, entry, listener);
  }

  /** The last number seen of a stream, if any. */
  lastOf(stream) {
    return this.#followed.get(nameOf(stream))?.position.last;
  }

  /** Asks for everything again, from where each stream was left. */
  resume() {
    this.#followed.forEach((entry) => this.#ask(entry));
  }

  /** Whether a frame is news: not an event that was seen before. Listeners of its stream hear it. */
  take(frame) {
    const stream = streamOf(frame);
    const entry = stream && this.#followed.get(nameOf(stream));
    return entry ? this.#tell(entry, frame) : true;
  }

  /** Takes an error that answers a subscription. */
  refuse(name, frame) {
    const entry = this.#followed.get(name);
    if (!entry) {
      return;
    }
    if (PASSING.has(frame.code)) {
      this.#later(() => this.#followed.get(name) === entry && this.#ask(entry));
    } else {
      this.#followed.delete(name);
      entry.listeners.forEach((listener) => listener({ ...frame, ...entry.stream }));
    }
  }

  #ask({ stream, position }) {
    this.#send({
      action: 'subscribe',
      requestId: `subscribe ${nameOf(stream)}`,
      ...stream,
      since: position.last,
    });
  }

  #tell(entry, frame) {
    if (!this.#advance(entry, frame)) {
      return false;
    }
    [...entry.listeners].forEach((listener) => listener(frame));
    return true;
  }

  #advance({ stream, position }, frame) {
    switch (frame.type) {
      case 'subscribed':
        if (position.last === undefined) {
          position.reach(frame.lastSequence);
        }
        return true;
      case 'gap':
        position.reach(frame.to);
        return true;
      case 'unsubscribed':
        if (frame.reason) {
          this.#followed.delete(nameOf(stream));
        }
        return true;
      case 'error':
      case 'messageHistory':
        return true;
      default:
        return position.admit(frame);
    }
  }

  #remove(name, entry, listener) {
    entry.listeners.delete(listener);
    if (entry.listeners.size === 0 && this.#followed.get(name) === entry) {
      this.#followed.delete(name);
      this.#send({ action: 'unsubscribe', ...entry.stream });
    }
  }
}
