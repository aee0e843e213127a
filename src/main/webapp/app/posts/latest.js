import { live } from '../model/live.js';

/** How many of the latest events are looked at. */
const LATEST = 100;
const ALL = { postId: '*' };

/** The posts that were commented on of late, and live, with the latest comment of each. */
export class LatestComments {
  #changed;
  #posts = new Map();
  #end = () => {};

  ready = false;

  constructor(changed) {
    this.#changed = changed;
  }

  /** Looks where the stream of all posts stands, then follows it from a little before. */
  start() {
    const end = live.subscribe(ALL, ({ type, lastSequence }) => {
      if (type === 'subscribed') {
        end();
        this.#follow(Math.max(0, lastSequence - LATEST));
      }
    });
    this.#end = end;
  }

  stop() {
    this.#end();
  }

  /** `{postId, text, userId, at}`, the post with the latest comment first. */
  get items() {
    return [...this.#posts.values()].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  }

  #follow(since) {
    this.#end = live.subscribe(ALL, (frame) => this.#hear(frame), { since });
  }

  #hear({ type, data }) {
    if (type === 'comment.created') {
      const { postId, content, userId, createdAt } = data.comment;
      this.#posts.set(postId, { postId, text: content, userId, at: createdAt });
    }
    this.ready = true;
    this.#changed();
  }
}
