/** Calls listeners by name; the name `*` stands for all. */
export class Emitter {
  #listeners = new Map();

  /** Adds a listener; the function that comes back removes it. */
  on(name, listener) {
    const known = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, known.add(listener));
    return () => known.delete(listener);
  }

  /** Calls who listens to that name. One that fails does not keep the others from hearing. */
  emit(name, ...values) {
    for (const key of [name, '*']) {
      for (const listener of [...(this.#listeners.get(key) ?? [])]) {
        try {
          listener(...values);
        } catch (error) {
          reportError(error);
        }
      }
    }
  }
}
