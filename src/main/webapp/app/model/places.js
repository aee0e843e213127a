import { Emitter } from '/client/emitter.js';

/**
 * Models of what pages show, by place `{feature, id, title}`: one stays when its page is left while
 * something that was written there is not stored.
 */
export class Places {
  #visits = new Map();
  #failures = new Emitter();

  /**
   * Comes to a place: begins to read what `make(changed)` gives, or what stayed there. Until the
   * place is left, `changed()` hears when something else is to be shown.
   */
  enter(place, make, changed) {
    this.#forgetWhatIsStored();
    const visit = this.#visits.get(nameOf(place)) ?? {};
    Object.assign(visit, { changed, isLeft: false });
    visit.model ??= make(() => visit.changed());
    this.#visits.set(nameOf(place), visit);
    visit.model.reading.start();
    return visit.model;
  }

  /** Leaves a place: nothing more is read there, but what fails from now on is told. */
  leave(place) {
    const visit = this.#visits.get(nameOf(place));
    const known = new Set(failed(visit.model));
    const tell = (item) => {
      known.add(item);
      this.#failures.emit('failure', { ...place, error: item.error });
    };
    visit.changed = () => failed(visit.model).filter((item) => !known.has(item)).forEach(tell);
    visit.isLeft = true;
    visit.model.reading.stop();
  }

  /** Hears of what failed in a place that was left: `{feature, id, title, error}`. */
  onFailure(listener) {
    return this.#failures.on('failure', listener);
  }

  #forgetWhatIsStored() {
    const isStored = ({ isLeft, model }) => isLeft && !model.unsaved.length;
    this.#visits.forEach((visit, name) => isStored(visit) && this.#visits.delete(name));
  }
}

const nameOf = ({ feature, id }) => `${feature}/${id}`;

const failed = ({ unsaved }) => unsaved.filter(({ state }) => state === 'failed');

/** The places of this window. */
export const places = new Places();
