import { command, get, settled } from '../model/api.js';
import { live } from '../model/live.js';
import { session } from '../model/session.js';
import { Timeline } from '../model/timeline.js';

/** As many as the server gives in one answer. */
const LATEST = 100;

const read = ({ id, content, userId, createdAt, updatedAt }) => ({
  id, text: content, userId, at: createdAt, updatedAt,
});

/** The comments of a post: those that are there, what happens to them, and one's own on their way. */
export class Comments {
  #path;
  #postId;
  #changed;
  #timeline = new Timeline();
  #pending = new Map();
  #removed = new Set();
  #ends = [];
  #next;

  /** Whether the comments are there, and what went wrong if not. */
  ready = false;
  error;

  constructor(postId, changed) {
    this.#postId = postId;
    this.#path = `/posts/${encodeURIComponent(postId)}/comments`;
    this.#changed = changed;
  }

  /** Begins to listen, and loads what is there. */
  start() {
    this.#ends = [live.subscribe({ postId: this.#postId }, (frame) => this.#hear(frame))];
    this.load();
  }

  /** Listens no longer. */
  stop() {
    this.#ends.splice(0).forEach((end) => end());
  }

  /** Oldest first; one's own that are not stored yet last. */
  get items() {
    const pending = [...this.#pending.values()].filter(({ id }) => !this.#timeline.has(id) && !this.#removed.has(id));
    return [...this.#timeline.items.filter(({ id }) => !this.#removed.has(id)), ...pending];
  }

  /** Whether there are more, after those loaded. */
  get hasMore() {
    return this.#next !== undefined;
  }

  /** Loads comments: the first of them, then further ones. */
  async load() {
    try {
      const from = this.#next ? `&cursor=${encodeURIComponent(this.#next)}` : '';
      const { items, next } = await get(`${this.#path}?limit=${LATEST}${from}`);
      this.#timeline.merge(items.filter(({ id }) => !this.#timeline.has(id)).map(read));
      this.#next = next;
      this.ready = true;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.#changed();
  }

  /** Writes a comment; it is shown at once, with its state. */
  write(text) {
    const comment = { id: `pending ${Math.random()}`, text, userId: session.user.id, at: new Date().toISOString() };
    return this.#attempt(comment, () => command('POST', this.#path, { content: text }));
  }

  /** Changes one's comment. */
  edit(comment, text) {
    return this.#attempt({ ...comment, text }, () => command('PUT', `${this.#path}/${comment.id}`, { content: text }));
  }

  /** Removes one's comment. */
  remove(comment) {
    return this.#attempt(comment, () => command('DELETE', `${this.#path}/${comment.id}`));
  }

  /** Takes away what failed. */
  discard(comment) {
    this.#pending.forEach((each, key) => each.id === comment.id && this.#pending.delete(key));
    this.#timeline.merge(this.#timeline.items.map((each) => (each.id === comment.id ? { ...each, state: undefined } : each)));
    this.#changed();
  }

  async #attempt(comment, work) {
    const key = comment.id;
    const known = this.#timeline.find(key);
    const set = (values) => {
      if (known) {
        this.#timeline.merge([{ ...known, ...values }]);
      } else {
        this.#pending.set(key, { ...comment, ...this.#pending.get(key), ...values });
      }
      this.#changed();
    };
    set({ state: 'queued' });
    try {
      const { id } = await work();
      set(known ? { state: 'accepted' } : { id, state: 'accepted' });
      await settled(id);
    } catch (error) {
      set({ state: 'failed', error });
    }
  }

  #hear({ type, data }) {
    if (type === 'comment.created' || type === 'comment.updated') {
      this.#timeline.merge([{ ...read(data.comment), fresh: type === 'comment.created' }]);
    } else if (type === 'comment.deleted') {
      this.#removed.add(data.commentId);
    }
    this.#changed();
  }
}
