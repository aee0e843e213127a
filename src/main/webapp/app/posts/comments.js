import { command, get, settled } from '../model/api.js';
import { Reading } from '../model/reading.js';
import { session } from '../model/session.js';
import { Timeline } from '../model/timeline.js';

/** As many as the server gives in one answer. */
const PAGE = 100;

const read = ({ id, content, userId, createdAt, updatedAt }) => ({
  id, text: content, userId, at: createdAt, updatedAt,
});

/** A post, as it is read: its comments, oldest first. */
const commentSource = (postId, path) => ({
  stream: { postId },
  async page(cursor) {
    const from = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const { items, next } = await get(`${path}?limit=${PAGE}${from}`);
    return { items: items.map(read), next };
  },
});

/** The comments of a post: those that are there, what happens to them, and one's own on their way. */
export class Comments {
  #path;
  #changed;
  #timeline = new Timeline();
  #pending = new Map();
  #early = [];
  #sending = 0;

  /** How they are read. */
  reading;

  constructor(postId, changed) {
    this.#path = `/posts/${encodeURIComponent(postId)}/comments`;
    this.#changed = changed;
    this.reading = new Reading(commentSource(postId, this.#path), this.#timeline, {
      hear: (frame) => this.#hear(frame),
      changed,
    });
  }

  /**
   * Oldest first; one's own that are not stored yet last. What one does is shown at once, with its
   * `state`, and where that is `failed`, with `again`, which tries once more.
   */
  get items() {
    const shown = new Map(this.#timeline.items.map((comment) => [comment.id, comment]));
    this.#pending.forEach((comment, id) => shown.set(id, comment));
    return [...shown.values()].filter(({ id }) => !this.#timeline.hasRemoved(id));
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
    this.#sending += 1;
    try {
      const { id } = await command('POST', this.#path, { content: text }).finally(() => (this.#sending -= 1));
      this.#pending.delete(comment.id);
      comment = { ...comment, id, state: 'accepted' };
      this.#update();
      if (!this.#timeline.has(id)) {
        this.#show(comment);
      }
      await settled(id);
      if (this.#pending.get(id) === comment) {
        this.#timeline.merge([{ ...comment, state: undefined }]);
        this.discard(comment);
      }
    } catch (error) {
      this.#show({ ...comment, state: 'failed', error });
    }
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
  discard({ id }) {
    this.#pending.delete(id);
    this.#changed();
  }

  /** Does some `work` on a comment; what is `done` by it counts, unless the stream told of it before. */
  async #attempt(comment, { work, done }) {
    const shown = { ...comment, state: 'queued', error: undefined, again: () => this.#attempt(comment, { work, done }) };
    const accepted = { ...shown, state: 'accepted' };
    this.#show(shown);
    try {
      const { id } = await work();
      if (this.#pending.get(shown.id) === shown) {
        this.#show(accepted);
      }
      await settled(id);
      if (this.#pending.get(shown.id) === accepted) {
        done();
        this.discard(shown);
      }
    } catch (error) {
      this.#show({ ...shown, state: 'failed', error });
    }
  }

  #show(comment) {
    this.#pending.set(comment.id, comment);
    this.#update();
  }

  #hear({ type, data }) {
    if (type === 'comment.created') {
      this.#create({ ...read(data.comment), fresh: true });
    } else if (type === 'comment.updated') {
      this.#timeline.merge([read(data.comment)]);
      this.#pending.delete(data.comment.id);
    } else if (type === 'comment.deleted') {
      this.#timeline.remove(data.commentId);
      this.#pending.delete(data.commentId);
    }
    this.#update();
  }

  #create(comment) {
    if (comment.userId === session.user.id) {
      this.#early.push(comment);
    } else {
      this.#timeline.merge([comment]);
    }
  }

  /** One's own may come before the answer that tells its id: it waits, or it would be there twice. */
  #update() {
    if (!this.#sending) {
      this.#timeline.merge(this.#early);
      this.#early.splice(0).forEach(({ id }) => this.#pending.delete(id));
    }
    this.#changed();
  }
}
