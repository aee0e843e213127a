import { command, get, settled } from '../model/api.js';
import { live } from '../model/live.js';
import { session } from '../model/session.js';
import { Timeline } from '../model/timeline.js';

/** As many as the server gives in one answer. */
const PAGE = 100;

const read = ({ id, content, userId, createdAt, updatedAt }) => ({
  id, text: content, userId, at: createdAt, updatedAt,
});

/** When a comment took the form in which it is told of; 0 as it was written. */
const changedAt = ({ updatedAt }) => (updatedAt ? Date.parse(updatedAt) : 0);

/** The comments of a post: those that are there, what happens to them, and one's own on their way. */
export class Comments {
  #path;
  #postId;
  #changed;
  #timeline = new Timeline();
  #pending = new Map();
  #removed = new Set();
  #ends = [];
  #here;
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

  /**
   * Oldest first; one's own that are not stored yet last. What one does is shown at once, with its
   * `state`, and where that is `failed`, with `again`, which tries once more.
   */
  get items() {
    const shown = new Map(this.#timeline.items.map((comment) => [comment.id, comment]));
    this.#pending.forEach((comment, id) => shown.set(id, comment));
    return [...shown.values()].filter(({ id }) => !this.#removed.has(id));
  }

  /** Whether there are more, after those loaded. */
  get hasMore() {
    return this.#next !== undefined;
  }

  /** Loads the first comments; where more were loaded, the last page of them again. */
  load() {
    return this.#page(this.#here);
  }

  /** Loads comments after those loaded. */
  further() {
    return this.#page(this.#next);
  }

  async #page(cursor) {
    try {
      const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { items, next } = await get(`${this.#path}?limit=${PAGE}${from}`);
      items.forEach((comment) => this.#keep(read(comment)));
      this.#here = cursor;
      this.#next = next;
      this.ready = true;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.#changed();
  }

  /** Writes a comment. */
  async write(text) {
    let comment = {
      id: `draft ${Math.random()}`,
      text,
      userId: session.user.id,
      at: new Date().toISOString(),
      state: 'queued',
      again: () => {
        this.discard(comment);
        this.write(text);
      },
    };
    this.#show(comment);
    try {
      const { id } = await command('POST', this.#path, { content: text });
      this.#pending.delete(comment.id);
      comment = { ...comment, id, state: 'accepted' };
      if (!this.#timeline.has(id)) {
        this.#show(comment);
      }
      await settled(id);
      if (this.#pending.get(id) === comment) {
        await this.load();
        this.discard(comment);
      }
    } catch (error) {
      this.#show({ ...comment, state: 'failed', error });
    }
  }

  /** Changes one's comment. */
  edit(comment, text) {
    return this.#attempt({ ...comment, text }, () => command('PUT', `${this.#path}/${comment.id}`, { content: text }));
  }

  /** Removes one's comment. */
  remove(comment) {
    return this.#attempt(comment, () => command('DELETE', `${this.#path}/${comment.id}`));
  }

  /** Gives up what failed: the comment as it is stored, if it is, is shown again. */
  discard({ id }) {
    this.#pending.delete(id);
    this.#changed();
  }

  async #attempt(comment, work) {
    const shown = { ...comment, state: 'queued', error: undefined, again: () => this.#attempt(comment, work) };
    this.#show(shown);
    try {
      const { id } = await work();
      if (this.#pending.get(shown.id) === shown) {
        this.#show({ ...shown, state: 'accepted' });
      }
      await settled(id);
    } catch (error) {
      this.#show({ ...shown, state: 'failed', error });
    }
  }

  #show(comment) {
    this.#pending.set(comment.id, comment);
    this.#changed();
  }

  /** Takes a comment as it is stored, unless it is known in a later form. */
  #keep(comment) {
    const known = this.#timeline.find(comment.id);
    if (!known || changedAt(comment) >= changedAt(known)) {
      this.#timeline.merge([comment]);
    }
  }

  #hear({ type, data }) {
    if (type === 'subscribed') {
      this.load();
    } else if (type === 'comment.created' || type === 'comment.updated') {
      this.#keep({ ...read(data.comment), fresh: type === 'comment.created' });
      this.#pending.delete(data.comment.id);
    } else if (type === 'comment.deleted') {
      this.#removed.add(data.commentId);
    }
    this.#changed();
  }
}
