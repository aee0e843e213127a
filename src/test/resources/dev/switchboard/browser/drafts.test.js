import { Drafts } from '/app/model/drafts.js';
import { Timeline } from '/app/model/timeline.js';
import { equal, settle } from './harness.js';

const AT = '2026-01-01T00:00:00Z';

/** Drafts of somebody, and a server that answers when it is told to. */
class Scene {
  timeline = new Timeline();
  sent = [];
  asked = new Map();
  drafts = new Drafts(this.timeline, () => {}, {
    settled: (id) => new Promise((resolve, reject) => this.asked.set(id, { resolve, reject })),
  });

  /** What was sent so far: the next waits for the answer to the last. */
  get texts() {
    return this.sent.map(({ text }) => text);
  }

  async write(text) {
    this.drafts.write({ text, userId: 'me' }, () => new Promise((resolve, reject) => this.sent.push({ text, resolve, reject })));
    await settle();
  }

  async accept(id) {
    this.sent.at(-1).resolve({ id });
    await settle();
  }

  async refuse() {
    this.sent.at(-1).reject({ message: 'no' });
    await settle();
  }

  async succeed(id) {
    this.asked.get(id).resolve();
    await settle();
  }

  hear(id, { text = id, userId = 'me' } = {}) {
    this.timeline.merge([{ id, text, userId, at: AT }]);
    this.drafts.refresh();
  }

  get shown() {
    return this.drafts.items.map(({ text, state }) => (state ? `${text} ${state}` : text));
  }
}

export const tests = {
  'what one writes is shown until it is stored, and then once': async () => {
    const scene = new Scene();
    await scene.write('a');
    equal(scene.shown, ['a queued']);
    scene.hear('a');
    equal(scene.shown, ['a queued']);
    await scene.accept('a');
    equal(scene.shown, ['a']);
  },

  'what is written goes out in its order, and each is shown once': async () => {
    const scene = new Scene();
    await scene.write('a');
    await scene.write('b');
    equal(scene.texts, ['a']);
    scene.hear('a');
    equal(scene.shown, ['a queued', 'b queued']);
    await scene.accept('a');
    equal([scene.shown, scene.texts], [['a', 'b queued'], ['a', 'b']]);
  },

  'what is refused does not hold up what was written behind it': async () => {
    const scene = new Scene();
    await scene.write('a');
    await scene.write('b');
    await scene.refuse();
    await scene.accept('b');
    equal(scene.shown, ['a failed', 'b accepted']);
  },

  'what was written before in the same words, or by somebody else, is shown too': async () => {
    const scene = new Scene();
    scene.hear('before', { text: 'a' });
    await scene.write('a');
    scene.hear('theirs', { text: 'a', userId: 'somebody' });
    equal(scene.shown, ['a', 'a', 'a queued']);
    scene.hear('mine', { text: 'a' });
    equal(scene.shown, ['a', 'a', 'a queued']);
    await scene.accept('mine');
    equal(scene.shown, ['a', 'a', 'a']);
  },

  'what is written twice is there twice': async () => {
    const scene = new Scene();
    await scene.write('a');
    await scene.write('a');
    scene.hear('one', { text: 'a' });
    await scene.accept('one');
    equal(scene.shown, ['a', 'a queued']);
    await scene.accept('two');
    equal(scene.shown, ['a', 'a accepted']);
  },

  'what is known to be accepted is shown while something else is sent': async () => {
    const scene = new Scene();
    await scene.write('a');
    await scene.accept('a');
    await scene.write('b');
    scene.hear('a');
    equal(scene.shown, ['a', 'b queued']);
  },

  'what was stored, and of which nobody tells, is on its way no more': async () => {
    const scene = new Scene();
    await scene.write('a');
    await scene.accept('a');
    equal(scene.shown, ['a accepted']);
    await scene.succeed('a');
    equal(scene.shown, ['a']);
  },

  'what was stored has not failed because nobody can say so': async () => {
    const scene = new Scene();
    await scene.write('a');
    await scene.accept('a');
    scene.hear('a');
    scene.asked.get('a').reject({ message: 'no' });
    await settle();
    equal(scene.shown, ['a']);
  },

  'what was deleted does not come back when it is known what it was': async () => {
    const scene = new Scene();
    await scene.write('a');
    scene.hear('other');
    scene.timeline.remove('other');
    scene.timeline.forgetRemovals();
    await scene.accept('a');
    equal(scene.shown, ['a accepted']);
    scene.timeline.remove('a');
    scene.drafts.refresh();
    await scene.succeed('a');
    equal(scene.shown, []);
  },

  'what is refused is kept, and can be tried again': async () => {
    const scene = new Scene();
    await scene.write('a');
    await scene.refuse();
    equal(scene.shown, ['a failed']);
    scene.drafts.items[0].again();
    await settle();
    await scene.accept('a');
    equal(scene.shown, ['a accepted']);
  },
};
