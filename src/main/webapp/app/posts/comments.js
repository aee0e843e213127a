import { command, pages, settled } from '../model/api.js';
import { Drafts } from '../model/drafts.js';
import { Reading } from '../model/reading.js';
import { Timeline } from '../model/timeline.js';

/** As many as the server gives in one answer. */
const PAGE = 100;

const read = ({ id, content, userId, createdAt, updatedAt }) => ({
  id, text: content, userId, at: createdAt, updatedAt,
});

/** The comments of a post: those that are there, what happens to them, and one's own on their way. */
export class Comments {
  #path;
  #changed;
  #timeline = new Timeline();
  #drafts;
  #changes = new Map();

  /** How they are read. */
  reading;

  constructor(postId, changed) {
    this.#path = `/posts/${encodeURIComponent(postId)}/comments`;
    this.#changed = changed;
    this.#drafts = new Drafts(this.#timeline, changed);
    this.reading = new Reading({ stream: { postId }, page: pages(this.#path, PAGE, read) }, this.#timeline, {
      hear: (frame) => this.#hear(frame),
      changed: () => this.#drafts.refresh(),
    });
  }

  /**
   * Oldest first; one's own that are not stored yet last. What one does is shown at once, with its
   * `state`, and where that is `failed`, with `again`, which tries once more.
   */
  get items() {
    const shown = new Map(this.#drafts.items.map((comment) => [comment.id, comment]));
    this.#changes.forEach((comment, id) => shown.set(id, comment));
    return [...shown.values()];
  }

  /** Writes a comment. */
  write(text) {
    return this.#drafts.write({ text }, () => command('POST', this.#path, { content: text }));
  }

  /** Changes one's comment. */
  edit(comment, text) {
    const changed = { ...comment, text };
    return this.#attempt(changed, {
      work: () => command('PUT', `${this.#path}/${comment.id}`, { content: text }),
      done: () => this.#timeline.merge([changed]),
    });
  }

  /** Removes one's comment. */
  remove(comment) {
    return this.#attempt(comment, {
      work: () => command('DELETE', `${this.#path}/${comment.id}`),
      done: () => this.#timeline.remove(comment.id),
    });
  }

  /** Gives up what failed: the comment as it is stored, if it is, is shown again. */
  discard(comment) {
    this.#changes.delete(comment.id);
    this.#drafts.discard(comment);
  }

  /** Does some `work` on a comment; what is `done` by it counts, unless the stream told of it before. */
  async #attempt(comment, { work, done }) {
    const { id } = comment;
    const shown = { ...comment, error: undefined, again: () => this.#attempt(comment, { work, done }) };
    const set = (more) => {
      Object.assign(shown, more);
      this.#changed();
    };
    this.#changes.set(id, shown);
    set({ state: 'queued' });
    try {
      const operation = await work();
      set({ state: 'accepted' });
      await settled(operation.id);
      if (this.#changes.get(id) === shown) {
        done();
        this.discard(shown);
      }
    } catch (error) {
      if (!this.#changes.has(id) && !this.#timeline.hasRemoved(id)) {
        this.#changes.set(id, shown);
      }
      set({ state: 'failed', error });
    }
  }

  #hear({ type, data }) {
    if (type === 'comment.created') {
      this.#drafts.hear({ ...read(data.comment), fresh: true });
    } else if (type === 'comment.updated') {
      this.#changes.delete(data.comment.id);
      this.#drafts.hear(read(data.comment));
    } else if (type === 'comment.deleted') {
      this.#changes.delete(data.commentId);
      this.#timeline.remove(data.commentId);
      this.#drafts.refresh();
    }
  }
}
