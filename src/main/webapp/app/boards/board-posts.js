import { command, get, settled } from '../model/api.js';
import { Reading } from '../model/reading.js';
import { session } from '../model/session.js';
import { Timeline } from '../model/timeline.js';

/** How many messages are loaded at a time. */
const PAGE = 30;

const read = ({ id, topic, data, userId, createdAt, sequenceNumber }) => ({
  id, topic, text: data, userId, at: createdAt, number: sequenceNumber,
});

/** A board, as it is read: its messages, newest first. */
const boardSource = (boardId) => ({
  stream: { boardId },
  async page(cursor) {
    const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { items, next } = await get(`/boards/${boardId}/messages?limit=${PAGE}${from}`);
    return { items: items.map(read), next };
  },
});

/** The messages of a board: what is stored, what comes live, and one's own on their way. */
export class BoardPosts {
  #boardId;
  #changed;
  #timeline = new Timeline();
  #pending = new Map();
  #early = [];
  #sending = 0;
  #count = 0;

  /** How they are read. */
  reading;

  constructor(boardId, changed) {
    this.#boardId = boardId;
    this.#changed = changed;
    this.reading = new Reading(boardSource(boardId), this.#timeline, {
      hear: (frame) => this.#hear(frame),
      changed: () => this.#update(),
    });
  }

  /** Those of a topic, or all, newest first; one's own that are not stored yet come first. */
  of(topic) {
    const all = [...this.#timeline.items, ...this.#pending.values()].reverse();
    return topic ? all.filter((post) => post.topic === topic) : all;
  }

  /** The topics there are, by what was written last. */
  get topics() {
    return [...new Set(this.of().map(({ topic }) => topic))];
  }

  /** Posts a message; it is shown at once, with its state. */
  async post(topic, text) {
    this.#count += 1;
    const key = `pending ${this.#count}`;
    const post = { id: key, topic, text, userId: session.user.id, at: new Date().toISOString(), state: 'queued' };
    const set = (values) => {
      this.#pending.set(key, Object.assign(post, values));
      this.#update();
    };
    set({});
    this.#sending += 1;
    try {
      const { id } = await command('POST', `/boards/${this.#boardId}/messages`, { topic, data: text })
        .finally(() => (this.#sending -= 1));
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

  #hear({ type, message }) {
    if (type === 'message') {
      const post = { ...read(message), fresh: true };
      if (post.userId === session.user.id) {
        this.#early.push(post);
      } else {
        this.#timeline.merge([post]);
      }
      this.#update();
    }
  }

  /**
   * What is stored is not on its way any more. One's own may come before the answer that tells its id:
   * it waits for that, or it would be there twice.
   */
  #update() {
    if (!this.#sending) {
      this.#timeline.merge(this.#early.splice(0));
    }
    this.#pending.forEach(({ id }, key) => this.#timeline.has(id) && this.#pending.delete(key));
    this.#changed();
  }
}
