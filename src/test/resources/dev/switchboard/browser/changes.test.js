import { Changes } from '/app/model/changes.js';
import { Timeline } from '/app/model/timeline.js';
import { equal, settle } from './harness.js';

const STORED = { id: 'n', text: 'before' };

/** A stored thing that somebody changes, and a server that answers when it is told to. */
class Scene {
  timeline = new Timeline();
  asked = [];
  settling = [];
  changes = new Changes(this.timeline, () => {}, { settled: () => this.#answer(this.settling) });

  constructor() {
    this.timeline.merge([STORED]);
  }

  #answer(waiting) {
    return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
  }

  change(text) {
    const changed = { ...STORED, text };
    this.changes.make(changed, { ask: () => this.#answer(this.asked), done: () => this.timeline.merge([changed]) });
  }

  async accept(index = this.asked.length - 1) {
    this.asked[index].resolve({ id: `operation ${index}` });
    await settle();
  }

  async refuse(index = this.asked.length - 1) {
    this.asked[index].reject({ message: 'no' });
    await settle();
  }

  async succeed(index = this.settling.length - 1) {
    this.settling[index].resolve();
    await settle();
  }

  get shown() {
    return this.changes.over(this.timeline.items).map(({ text, state }) => (state ? `${text} ${state}` : text));
  }
}

export const tests = {
  'a thing is shown as it is to be until it is so': async () => {
    const scene = new Scene();
    scene.change('after');
    equal(scene.shown, ['after queued']);
    await scene.accept();
    equal(scene.shown, ['after accepted']);
    await scene.succeed();
    equal(scene.shown, ['after']);
    equal(scene.changes.unsaved, []);
  },

  'what is refused is kept, and can be tried again or given up': async () => {
    const scene = new Scene();
    scene.change('after');
    await scene.refuse();
    equal(scene.shown, ['after failed']);
    scene.changes.unsaved[0].again();
    equal(scene.shown, ['after queued']);
    await scene.refuse();
    scene.changes.forget(STORED);
    equal(scene.shown, ['before']);
  },

  'what the stream tells counts, not what is answered later': async () => {
    const scene = new Scene();
    scene.change('after');
    await scene.accept();
    scene.timeline.merge([{ ...STORED, text: 'later', updatedAt: '2026-01-01T00:00:00Z' }]);
    scene.changes.forget(STORED);
    await scene.succeed();
    equal(scene.shown, ['later']);
  },

  'a refusal is shown though the stream told of another change': async () => {
    const scene = new Scene();
    scene.change('after');
    scene.changes.forget(STORED);
    await scene.refuse();
    equal(scene.shown, ['after failed']);
  },

  'a refusal does not bring back what was removed': async () => {
    const scene = new Scene();
    scene.change('after');
    scene.timeline.remove(STORED.id);
    scene.changes.forget(STORED);
    await scene.refuse();
    equal(scene.shown, []);
  },

  'of two changes the later counts': async () => {
    const scene = new Scene();
    scene.change('one');
    scene.change('two');
    await scene.refuse(0);
    equal(scene.shown, ['two queued']);
    await scene.accept(1);
    await scene.succeed();
    equal(scene.shown, ['two']);
  },

  'a failure in another window is shown as what is stored': () => {
    const scene = new Scene();
    scene.changes.fail(STORED, { message: 'no' });
    equal(scene.shown, ['before failed']);
  },
};
