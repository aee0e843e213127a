import { Places } from '/app/model/places.js';
import { equal } from './harness.js';

const BOARD = { feature: 'boards', id: 'b', title: 'Board' };
const OTHER = { feature: 'boards', id: 'c', title: 'Other' };

/** Places whose models do nothing, and what is heard of them. */
class Scene {
  places = new Places();
  models = [];
  changes = 0;
  failures = [];

  constructor() {
    this.places.onFailure(({ title, error }) => this.failures.push(`${title}: ${error}`));
  }

  enter(place = BOARD) {
    return this.places.enter(place, (changed) => this.#model(changed), () => (this.changes += 1));
  }

  #model(changed) {
    const model = { changed, unsaved: [], isRead: false };
    model.reading = { start: () => (model.isRead = true), stop: () => (model.isRead = false) };
    this.models.push(model);
    return model;
  }

  leave(place = BOARD) {
    this.places.leave(place);
  }
}

export const tests = {
  'what is not stored is there when one comes back, and read again': () => {
    const scene = new Scene();
    const model = scene.enter();
    model.unsaved = [{ state: 'queued' }];
    scene.leave();
    equal(model.isRead, false);
    scene.enter(OTHER);
    scene.leave(OTHER);
    equal(scene.enter() === model, true);
    equal(model.isRead, true);
    equal(scene.models.length, 2);
  },

  'where all is stored one begins anew': () => {
    const scene = new Scene();
    const model = scene.enter();
    scene.leave();
    equal(scene.enter() === model, false);
  },

  'what was stored after one left is not kept': () => {
    const scene = new Scene();
    const model = scene.enter();
    model.unsaved = [{ state: 'accepted' }];
    scene.leave();
    model.unsaved = [];
    model.changed();
    equal(scene.enter() === model, false);
  },

  'changes are heard of until one leaves, and when one is back': () => {
    const scene = new Scene();
    const model = scene.enter();
    model.unsaved = [{ state: 'queued' }];
    model.changed();
    scene.leave();
    model.changed();
    equal(scene.changes, 1);
    scene.enter();
    model.changed();
    equal(scene.changes, 2);
  },

  'what fails after one left is told once, what failed before is known': () => {
    const scene = new Scene();
    const model = scene.enter();
    const [known, late] = [{ state: 'failed', error: 'early' }, { state: 'queued' }];
    model.unsaved = [known, late];
    scene.leave();
    model.changed();
    equal(scene.failures, []);
    Object.assign(late, { state: 'failed', error: 'late' });
    model.changed();
    model.changed();
    equal(scene.failures, ['Board: late']);
  },

  'what fails where one is, or is again, is seen there': () => {
    const scene = new Scene();
    const model = scene.enter();
    model.unsaved = [{ state: 'queued' }];
    scene.leave();
    scene.enter();
    Object.assign(model.unsaved[0], { state: 'failed', error: 'no' });
    model.changed();
    equal(scene.failures, []);
  },
};
