import { numberOf } from '/client/streams.js';
import { live as theLive } from '../model/live.js';
import { Timeline } from '../model/timeline.js';

/** How many of the latest events are looked at, and how many comments are known. */
const LATEST = 100;
const ALL = { postId: '*' };

const read = ({ id, postId, content, userId, createdAt, updatedAt }) => ({
  id, postId, text: content, userId, at: createdAt, updatedAt,
});

/** The number up to which everything has come when a frame is there; -1 where it does not tell. */
function reachedBy(frame) {
  if (frame.type === 'subscribed') {
    return frame.replayed ? -1 : frame.lastSequence;
  }
  return numberOf(frame) ?? frame.to ?? -1;
}

/** The posts that were commented on of late, and live, with the latest comment of each. */
export class LatestComments {
  #changed;
  #live;
  #comments = new Timeline();
  #end = () => {};
  #last;

  /** Whether all of them are known, and why not where the server refused. */
  ready = false;
  error;

  constructor(changed, { live = theLive } = {}) {
    this.#changed = changed;
    this.#live = live;
  }

  /** Looks where the stream of all posts stands, then follows it from a little before. */
  start() {
    this.error = undefined;
    this.#changed();
    this.#end = this.#live.subscribe(ALL, (frame) => {
      if (frame.type === 'subscribed') {
        this.#end();
        this.#follow(frame.lastSequence);
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
    const latest = new Map(this.#comments.items.map((comment) => [comment.postId, comment]));
    return [...latest.values()].sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
  }

  #follow(last) {
    this.#last = last;
    this.#end = this.#live.subscribe(ALL, (frame) => this.#hear(frame), { since: Math.max(0, last - LATEST) });
  }

  #hear(frame) {
    this.ready ||= reachedBy(frame) >= this.#last;
    if (frame.type === 'error') {
      this.error = frame;
    } else if (frame.type === 'comment.created' || frame.type === 'comment.updated') {
      this.#comments.merge([read(frame.data.comment)]);
      this.#comments.forget(this.#comments.items.slice(0, -LATEST).map(({ id }) => id));
    } else if (frame.type === 'comment.deleted') {
      this.#comments.forget([frame.data.commentId]);
    }
    this.#changed();
  }
}
