import { command, get, settled } from '../model/api.js';
import { live } from '../model/live.js';
import { session } from '../model/session.js';
import { Timeline } from '../model/timeline.js';

/** How many messages are loaded at a time. */
const PAGE = 30;

const read = ({ id, topic, data, userId, createdAt, sequenceNumber }) => ({
  id, topic, text: data, userId, at: createdAt, number: sequenceNumber,
});

/** The messages of a board: what is stored, what comes live, and one's own on their way. */
export class BoardPosts {
  #boardId;
  #changed;
  #timeline = new Timeline();
  #pending = new Map();
  #cursor;
  #count = 0;
  #ends = [];

  /** Whether the first page is there, and what went wrong if not. */
  ready = false;
  error;

  constructor(boardId, changed) {
    this.#boardId = boardId;
    this.#changed = changed;
  }

  /** Begins to listen, and loads the newest. */
  start() {
    this.#ends = [live.subscribe({ boardId: this.#boardId }, (frame) => this.#hear(frame))];
    this.load();
  }

  /** Listens no longer. */
  stop() {
    this.#ends.splice(0).forEach((end) => end());
  }

  /** Those of a topic, or all, newest first; one's own that are not stored yet come first. */
  of(topic) {
    const pending = [...this.#pending.values()].filter(({ id }) => !this.#timeline.has(id)).reverse();
    const all = [...pending, ...[...this.#timeline.items].reverse()];
    return topic ? all.filter((post) => post.topic === topic) : all;
  }

  /** The topics there are, by what was written last. */
  get topics() {
    return [...new Set(this.of().map(({ topic }) => topic))];
  }

  /** Whether there are older messages than those loaded. */
  get hasMore() {
    return this.#cursor !== undefined;
  }

  /** Loads the newest messages. */
  load() {
    return this.#page();
  }

  /** Loads messages that are older than those loaded. */
  older() {
    return this.#page(this.#cursor);
  }

  async #page(cursor) {
    try {
      const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { items, next } = await get(`/boards/${this.#boardId}/messages?limit=${PAGE}${from}`);
      this.#timeline.merge(items.map(read));
      if (cursor || !this.ready) {
        this.#cursor = next;
      }
      this.ready = true;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.#changed();
  }

  /** Posts a message; it is shown at once, with its state. */
  async post(topic, text) {
    this.#count += 1;
    const key = `pending ${this.#count}`;
    const post = { id: key, topic, text, userId: session.user.id, at: new Date().toISOString(), state: 'queued' };
    const set = (values) => {
      this.#pending.set(key, Object.assign(post, values));
      this.#changed();
    };
    set({});
    try {
      const { id } = await command('POST', `/boards/${this.#boardId}/messages`, { topic, data: text });
      set({ id, state: 'accepted' });
      await settled(id);
    } catch (error) {
      set({ state: 'failed', error });
    }
  }

  /** Takes a message that failed away. */
  discard(post) {
    this.#pending.forEach((each, key) => each === post && this.#pending.delete(key));
    this.#changed();
  }

  #hear(frame) {
    if (frame.type === 'subscribed') {
      this.load();
    } else if (frame.type === 'message') {
      this.#timeline.merge([{ ...read(frame.message), fresh: true }]);
      this.#changed();
    }
  }
}
