import { command, pages } from '../model/api.js';
import { Changes } from '../model/changes.js';
import { Drafts } from '../model/drafts.js';
import { Reading } from '../model/reading.js';
import { session } from '../model/session.js';
import { Timeline } from '../model/timeline.js';

/** As many as the server gives in one answer. */
const PAGE = 100;

const read = ({ id, content, userId, createdAt, updatedAt }) => ({
  id, text: content, userId, at: createdAt, updatedAt,
});

/** The comments of a post: those that are there, what happens to them, and one's own on their way. */
export class Comments {
  #path;
  #timeline = new Timeline();
  #drafts;
  #changes;

  /** How they are read. */
  reading;

  constructor(postId, changed) {
    this.#path = `/posts/${encodeURIComponent(postId)}/comments`;
    this.#drafts = new Drafts(this.#timeline, changed);
    this.#changes = new Changes(this.#timeline, changed);
    this.reading = new Reading({ stream: { postId }, page: pages(this.#path, PAGE, read) }, this.#timeline, {
      hear: (frame) => this.#hear(frame),
      changed: () => this.#drafts.refresh(),
    });
  }

  /** Oldest first; one's own that are not stored yet last. */
  get items() {
    return this.#changes.over(this.#drafts.items);
  }

  /** What one asked for and is not stored yet. */
  get unsaved() {
    return [...this.#drafts.unsaved, ...this.#changes.unsaved];
  }

  /** Writes a comment; it is shown at once, with its state. */
  write(text) {
    const send = () => command('POST', this.#path, { content: text });
    return this.#drafts.write({ text, userId: session.user.id }, send);
  }

  /** Changes one's comment. */
  edit(comment, text) {
    const changed = { ...comment, text };
    return this.#changes.make(changed, {
      ask: () => command('PUT', `${this.#path}/${comment.id}`, { content: text }),
      done: () => this.#timeline.merge([changed]),
    });
  }

  /** Removes one's comment. */
  remove(comment) {
    return this.#changes.make(comment, {
      ask: () => command('DELETE', `${this.#path}/${comment.id}`),
      done: () => this.#timeline.remove(comment.id),
    });
  }

  /** Gives up what failed: the comment as it is stored, if it is, is shown again. */
  discard(comment) {
    this.#changes.forget(comment);
    this.#drafts.discard(comment);
  }

  #hear({ type, data }) {
    if (type === 'comment.created') {
      this.#timeline.merge([{ ...read(data.comment), fresh: true }]);
    } else if (type === 'comment.updated') {
      this.#changes.forget(data.comment);
      this.#timeline.merge([read(data.comment)]);
    } else if (type === 'comment.deleted') {
      this.#changes.forget({ id: data.commentId });
      this.#timeline.remove(data.commentId);
    }
    this.#drafts.refresh();
  }
}
