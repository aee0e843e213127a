import { Emitter } from '/client/emitter.js';
import { nameOf, streamOf } from '/client/streams.js';
import { live } from './live.js';
import { session } from './session.js';

/** The stream key of each feature whose things are followed. */
const KEYS = { rooms: 'roomId', boards: 'boardId', chats: 'chatId', posts: 'postId' };
const FEATURES = Object.fromEntries(Object.entries(KEYS).map(([feature, key]) => [key, feature]));

/** Why a thing cannot be followed any more, nor later. */
const LOST = new Set(['forbidden', 'notFound', 'revoked']);

/** How many things are kept. */
const MOST = 100;

/** Who wrote what a frame tells of. */
const authorOf = ({ message, data }) => message?.userId ?? data?.comment?.userId;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}

/**
 * What the user follows: rooms joined, boards and posts opened, chats. Counts what is new in them,
 * and tells of it what is not on the screen.
 */
class Following {
  #entries = new Map();
  #changes = new Emitter();
  #seen;

  constructor() {
    session.onChange(() => this.#begin());
    live.onDelivery((delivery) => this.#heed(delivery));
    this.#begin();
  }

  /** Follows a thing from now on; `kept`: also after the page was closed. */
  add(feature, id, { title = id, kept = true } = {}) {
    const stream = { [KEYS[feature]]: id };
    const name = nameOf(stream);
    const known = this.#entries.get(name);
    if (known) {
      known.title = title;
    } else {
      const entry = { feature, id, title, unread: 0 };
      this.#entries.set(name, entry);
      entry.end = live.subscribe(stream, (frame) => this.#hear(name, entry, frame));
    }
    if (kept) {
      this.#keep({ feature, id, title });
    }
    this.#changes.emit('change');
  }

  /** Follows a thing no longer. */
  remove(feature, id) {
    const name = nameOf({ [KEYS[feature]]: id });
    localStorage.removeItem(this.#key(feature, id));
    this.#leave(name);
  }

  has(feature, id) {
    return this.#entries.has(nameOf({ [KEYS[feature]]: id }));
  }

  /** The followed things of a feature: `{id, title, unread}`. */
  of(feature) {
    return [...this.#entries.values()].filter((entry) => entry.feature === feature);
  }

  /** How much is new in a thing, or in all of a feature. */
  unread(feature, id) {
    return this.of(feature)
      .filter((entry) => id === undefined || entry.id === id)
      .reduce((sum, entry) => sum + entry.unread, 0);
  }

  /** Says what is on the screen: it is read. */
  see(feature, id) {
    this.#seen = KEYS[feature] && id && nameOf({ [KEYS[feature]]: id });
    const entry = this.#entries.get(this.#seen);
    if (entry?.unread) {
      entry.unread = 0;
      this.#changes.emit('change');
    }
  }

  /** Hears of every change. */
  onChange(listener) {
    return this.#changes.on('change', listener);
  }

  /** Hears of news that are not on the screen: `{feature, id, title, frame}`. */
  onNews(listener) {
    return this.#changes.on('news', listener);
  }

  /** Hears of messages that failed and are not on the screen: `{feature, id, error}`. */
  onFailure(listener) {
    return this.#changes.on('failure', listener);
  }

  #heed({ message, state, error }) {
    const stream = streamOf({ ...message, ...message.payload });
    if (state === 'failed' && !this.#isOnScreen(nameOf(stream))) {
      const [[key, id]] = Object.entries(stream);
      this.#changes.emit('failure', { feature: FEATURES[key], id, error });
    }
  }

  #isOnScreen(name) {
    return name === this.#seen && document.visibilityState === 'visible';
  }

  #hear(name, entry, frame) {
    if (LOST.has(frame.code ?? frame.reason)) {
      this.remove(entry.feature, entry.id);
    } else if (frame.type === 'error') {
      this.#leave(name);
    }
    const isNew = frame.type === 'message' || frame.type === 'comment.created';
    if (isNew && !this.#isOnScreen(name) && authorOf(frame) !== session.user?.id) {
      entry.unread += 1;
      this.#changes.emit('change');
      this.#changes.emit('news', { ...entry, frame });
    }
  }

  #leave(name) {
    this.#entries.get(name)?.end();
    this.#entries.delete(name);
    this.#changes.emit('change');
  }

  #begin() {
    this.#entries.forEach(({ end }) => end());
    this.#entries.clear();
    if (session.user) {
      this.#kept().forEach(({ feature, id, title }) => this.add(feature, id, { title }));
    }
  }

  /** What is kept, also by other windows of the user: `{feature, id, title, since}`, oldest first. */
  #kept() {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(this.#prefix))
      .map(read)
      .filter(({ feature }) => KEYS[feature])
      .sort((one, other) => one.since - other.since);
  }

  /** Each has an item of its own: windows write at the same time, and see late what others wrote. */
  #keep(thing) {
    const key = this.#key(thing.feature, thing.id);
    const { since = Date.now() } = read(key);
    localStorage.setItem(key, JSON.stringify({ ...thing, since }));
    this.#kept().slice(0, -MOST).forEach(({ feature, id }) => this.remove(feature, id));
  }

  #key(feature, id) {
    return `${this.#prefix}${feature}/${id}`;
  }

  get #prefix() {
    return `switchboard.followed/${encodeURIComponent(session.user?.id)}/`;
  }
}

export const following = new Following();
