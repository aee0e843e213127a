import { command, pages } from '../model/api.js';
import { Drafts } from '../model/drafts.js';
import { Reading } from '../model/reading.js';
import { session } from '../model/session.js';
import { Timeline } from '../model/timeline.js';

/** How many messages are loaded at a time. */
const PAGE = 30;

const read = ({ id, topic, data, userId, createdAt, sequenceNumber }) => ({
  id, topic, text: data, userId, at: createdAt, number: sequenceNumber,
});

/** The messages of a board: what is stored, what comes live, and one's own on their way. */
export class BoardPosts {
  #path;
  #timeline = new Timeline();
  #drafts;

  /** How they are read. */
  reading;

  constructor(boardId, changed) {
    this.#path = `/boards/${boardId}/messages`;
    this.#drafts = new Drafts(this.#timeline, changed);
    this.reading = new Reading({ stream: { boardId }, page: pages(this.#path, PAGE, read) }, this.#timeline, {
      hear: (frame) => this.#hear(frame),
      changed: () => this.#drafts.refresh(),
    });
  }

  /** Those of a topic, or all, newest first; one's own that are not stored yet come first. */
  of(topic) {
    const all = this.#drafts.items.reverse();
    return topic ? all.filter((post) => post.topic === topic) : all;
  }

  /** The topics there are, by what was written last. */
  get topics() {
    return [...new Set(this.of().map(({ topic }) => topic))];
  }

  /** One's own that are not stored yet. */
  get unsaved() {
    return this.#drafts.unsaved;
  }

  /** Posts a message; it is shown at once, with its state. */
  post(topic, text) {
    const send = () => command('POST', this.#path, { topic, data: text });
    return this.#drafts.write({ topic, text, userId: session.user.id }, send);
  }

  /** Takes what failed away. */
  discard(post) {
    this.#drafts.discard(post);
  }

  #hear({ type, message }) {
    if (type === 'message') {
      this.#timeline.merge([{ ...read(message), fresh: true }]);
      this.#drafts.refresh();
    }
  }
}
