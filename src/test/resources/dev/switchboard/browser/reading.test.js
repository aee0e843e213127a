import { Reading } from '/app/model/reading.js';
import { Timeline } from '/app/model/timeline.js';
import { LatestComments } from '/app/posts/latest.js';
import { Clock, equal, settle } from './harness.js';

const STREAM = { roomId: 'r' };

/** A reading of numbered things, with a page, a stream and a clock that do what they are told. */
class Scene {
  status = { state: 'open' };
  pages = [];
  changes = 0;
  clock = new Clock();
  timeline = new Timeline();

  constructor({ isReplayed = true } = {}) {
    const source = { stream: STREAM, isReplayed, page: (cursor) => this.#page(cursor) };
    const live = {
      status: this.status,
      on: () => () => {},
      subscribe: (stream, listener) => {
        this.tell = (type, more) => listener({ type, ...stream, ...more });
        return () => {};
      },
    };
    this.reading = new Reading(source, this.timeline, {
      hear: ({ number }) => this.timeline.merge([{ id: `${number}`, number }]),
      changed: () => (this.changes += 1),
      live,
      after: this.clock.after,
    });
    this.reading.start();
  }

  #page(cursor) {
    return new Promise((resolve, reject) => this.pages.push({ cursor, resolve, reject }));
  }

  /** Answers the latest question for a page. */
  async answer(numbers, next, { page = this.pages.at(-1) } = {}) {
    page.resolve({ items: numbers.map((number) => ({ id: `${number}`, number })), next });
    await settle();
  }

  async fail(error) {
    this.pages.at(-1).reject(error);
    await settle();
  }

  shorten(most, isWanted = () => true) {
    this.reading.history.shorten(most, isWanted);
  }

  get numbers() {
    return this.timeline.items.map(({ number }) => number);
  }
}

export const tests = {
  'who comes back to what he has read reads it anew, also where the stream is refused': async () => {
    const scene = new Scene();
    scene.tell('subscribed');
    await scene.answer([1, 2], 'further');
    scene.reading.stop();
    scene.reading.start();
    scene.tell('error', { code: 'invalid' });
    await scene.answer([2, 3], 'further');
    equal([scene.numbers, scene.reading.history.hasMore], [[2, 3], true]);
  },

  'of very much only the first page is known again': async () => {
    const scene = new Scene();
    scene.tell('subscribed');
    await scene.answer([1, 2], 'older');
    scene.tell('message', { number: 3 });
    scene.shorten(3);
    equal(scene.pages.length, 1);
    scene.tell('message', { number: 4 });
    scene.shorten(3);
    scene.shorten(3);
    equal(scene.pages.length, 2);
    scene.tell('message', { number: 5 });
    await scene.answer([3, 4], 'older');
    equal([scene.numbers, scene.reading.history.hasMore], [[3, 4, 5], true]);
  },

  'of very much nothing is forgotten when it is wanted again, or nobody answers': async () => {
    const scene = new Scene();
    scene.tell('subscribed');
    await scene.answer([1, 2, 3], 'older');
    scene.shorten(2, () => false);
    await scene.answer([2, 3], 'newer');
    equal(scene.numbers, [1, 2, 3]);
    scene.shorten(2);
    await scene.fail({ passing: true });
    equal([scene.numbers, scene.reading.error], [[1, 2, 3], undefined]);
    scene.shorten(2);
    await scene.answer([2, 3], 'older');
    equal(scene.numbers, [2, 3]);
  },

  'what was read on while a page is tried again is not forgotten without a trace': async () => {
    const scene = new Scene();
    scene.tell('subscribed');
    await scene.answer([5, 6], 'older');
    scene.tell('gap');
    await scene.fail({ passing: true });
    scene.reading.history.further();
    await scene.answer([3, 4], 'oldest');
    await scene.clock.pass(2_000);
    await scene.answer([5, 6], 'older');
    equal([scene.numbers, scene.reading.history.hasMore], [[5, 6], true]);
  },

  'the first page is read when the stream is live': async () => {
    const scene = new Scene();
    equal(scene.pages.length, 0);
    scene.tell('subscribed');
    await scene.answer([2, 3], 'older');
    equal([scene.numbers, scene.reading.history.ready, scene.reading.history.hasMore], [[2, 3], true, true]);
  },

  'a page that is under way when the stream is live again is read anew': async () => {
    const scene = new Scene();
    scene.tell('subscribed');
    scene.tell('subscribed');
    equal(scene.pages.length, 2);
    await scene.answer([9], undefined, { page: scene.pages[0] });
    equal(scene.reading.history.ready, false);
    await scene.answer([1]);
    equal(scene.numbers, [1]);
  },

  'who leaves waits for nothing more': async () => {
    const scene = new Scene();
    scene.tell('subscribed');
    await scene.answer([2], 'older');
    scene.reading.history.further();
    const { changes } = scene;
    scene.reading.stop();
    await scene.answer([1], 'older still');
    scene.reading.history.further();
    equal([scene.numbers, scene.changes - changes, scene.pages.length], [[2], 0, 2]);
  },

  'a page is asked for once while the stream is put off': async () => {
    const scene = new Scene();
    scene.tell('postponed');
    scene.tell('postponed');
    scene.tell('postponed');
    equal(scene.pages.length, 1);
    await scene.answer([1]);
    equal(scene.reading.history.ready, true);
  },

  'what fails and may succeed a little later is read again': async () => {
    const scene = new Scene();
    scene.tell('subscribed');
    await scene.fail({ passing: true });
    equal([scene.reading.error, scene.pages.length], [{ passing: true }, 1]);
    await scene.clock.pass(2_000);
    await scene.answer([1]);
    equal([scene.numbers, scene.reading.error], [[1], undefined]);
  },

  'what fails for good, or after one has left, is not read again': async () => {
    const refused = new Scene();
    refused.tell('subscribed');
    await refused.fail({ passing: false });
    await refused.clock.pass(10_000);
    const left = new Scene();
    left.tell('subscribed');
    await left.fail({ passing: true });
    left.reading.stop();
    await left.clock.pass(10_000);
    equal([refused.pages.length, left.pages.length], [1, 1]);
  },

  'a further page that comes when all is read anew does not count': async () => {
    const scene = new Scene();
    scene.tell('subscribed');
    await scene.answer([5, 6], 'older');
    scene.reading.history.further();
    scene.tell('gap');
    await scene.answer([3, 4], 'old', { page: scene.pages[1] });
    await scene.answer([7, 8]);
    equal([scene.numbers, scene.reading.history.busy, scene.reading.history.hasMore], [[7, 8], false, false]);
  },

  'no further page is asked for before it is known which that is': async () => {
    const scene = new Scene();
    scene.tell('subscribed');
    await scene.answer([5, 6], 'older');
    scene.tell('gap');
    scene.reading.history.further();
    await scene.answer([15, 16], 'between');
    scene.reading.history.further();
    equal(scene.pages.map(({ cursor }) => cursor ?? 'first'), ['first', 'first', 'between']);
  },

  'why a further page failed is forgotten when all is read anew': async () => {
    const scene = new Scene();
    scene.tell('subscribed');
    await scene.answer([5], 'older');
    scene.reading.history.further();
    await scene.fail({ passing: false });
    equal(scene.reading.history.stuck, { passing: false });
    scene.tell('gap');
    await scene.answer([5]);
    equal([scene.reading.history.stuck, scene.reading.history.hasMore], [undefined, false]);
  },

  'what is not replayed is read again, and what the page does not reach is forgotten': async () => {
    const scene = new Scene({ isReplayed: false });
    scene.tell('subscribed');
    await scene.answer([1, 2], 'older');
    scene.tell('subscribed');
    await scene.answer([2, 3], 'between');
    equal(scene.numbers, [1, 2, 3]);
    scene.tell('subscribed');
    await scene.answer([8, 9], 'far');
    equal(scene.numbers, [8, 9]);
  },

  'what is not replayed has no hole where its page is read only after something came live': async () => {
    const scene = new Scene({ isReplayed: false });
    scene.tell('subscribed');
    await scene.answer([1, 2], 'older');
    scene.tell('subscribed');
    scene.tell('message', { number: 9 });
    await scene.fail({ passing: true });
    await scene.clock.pass(2_000);
    await scene.answer([8, 9], 'between');
    equal(scene.numbers, [8, 9]);
  },

  'what was read further stays where the page is read again after a failure': async () => {
    const scene = new Scene({ isReplayed: false });
    scene.tell('subscribed');
    await scene.answer([3, 4], 'older');
    scene.reading.history.further();
    await scene.answer([1, 2]);
    scene.tell('subscribed');
    await scene.fail({ passing: true });
    await scene.clock.pass(2_000);
    await scene.answer([4, 5], 'between');
    equal(scene.numbers, [1, 2, 3, 4, 5]);
  },

  'of a post the latest comment is shown, as it is, and of posts as many as a hundred': () => {
    let tell;
    const latest = new LatestComments(() => {}, { live: { subscribe: (stream, listener) => ((tell = listener), () => {}) } });
    const created = (postId, id, second) => {
      const createdAt = new Date(second * 1000).toISOString();
      tell({ type: 'comment.created', data: { comment: { id, postId, content: id, createdAt } } });
    };
    const shown = () => latest.items.map(({ postId, text }) => `${postId} ${text}`);
    latest.start();
    tell({ type: 'subscribed', lastSequence: 0, replayed: 0 });
    created('post', 'first', 1);
    created('other', 'between', 2);
    created('post', 'second', 3);
    equal(shown(), ['post second', 'other between']);
    tell({ type: 'comment.updated', data: { comment: { id: 'between', postId: 'other', content: 'changed', createdAt: new Date(2000).toISOString() } } });
    tell({ type: 'comment.deleted', data: { postId: 'post', commentId: 'second' } });
    equal(shown(), ['other changed', 'post first']);
    Array.from({ length: 100 }, (_, i) => created('post ' + i, 'comment ' + i, 10 + i));
    equal([shown().length, shown().at(-1)], [100, 'post 0 comment 0']);
  },

  'posts that are talked about are there when all that was said of late has come': () => {
    let tell;
    const latest = new LatestComments(() => {}, { live: { subscribe: (stream, listener) => ((tell = listener), () => {}) } });
    const comes = (sequenceNumber) => {
      const comment = { id: `${sequenceNumber}`, postId: 'post', content: '', createdAt: '2026-01-01T00:00:00Z' };
      tell({ type: 'comment.created', sequenceNumber, data: { comment } });
    };
    latest.start();
    tell({ type: 'subscribed', lastSequence: 3, replayed: 0 });
    tell({ type: 'subscribed', lastSequence: 3, replayed: 2 });
    comes(2);
    equal(latest.ready, false);
    comes(3);
    equal(latest.ready, true);
    latest.ready = false;
    tell({ type: 'gap', from: 1, to: 3 });
    equal(latest.ready, true);
  },
};
