import { live } from '../model/live.js';

/** How many of the latest events are looked at. */
const LATEST = 100;
const ALL = { postId: '*' };

/** The posts that were commented on of late, and live, with the latest comment of each. */
export class LatestComments {
  #changed;
  #posts = new Map();
  #end = () => {};

  /** Whether they are known, and why not where the server refused. */
  ready = false;
  error;

  constructor(changed) {
    this.#changed = changed;
  }

  /** Looks where the stream of all posts stands, then follows it from a little before. */
  start() {
    this.error = undefined;
    this.#changed();
    this.#end = live.subscribe(ALL, (frame) => {
      if (frame.type === 'subscribed') {
        this.#end();
        this.#follow(Math.max(0, frame.lastSequence - LATEST));
      } else {
        this.#hear(frame);
      }
    });
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

  #hear(frame) {
    if (frame.type === 'subscribed') {
      this.ready = true;
    } else if (frame.type === 'error') {
      this.error = frame;
    } else if (frame.type === 'comment.created') {
      const { postId, content, userId, createdAt } = frame.data.comment;
      this.#posts.set(postId, { postId, text: content, userId, at: createdAt });
    }
    this.#changed();
  }
}
