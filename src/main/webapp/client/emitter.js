/** Calls listeners by name; the name `*` stands for all. */
export class Emitter {
  #listeners = new Map();

  /** Adds a listener; the function that comes back removes it. */
  on(name, listener) {
    const known = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, known.add(listener));
    return () => known.delete(listener);
  }

  /** Calls who listens to that name. */
  emit(name, ...values) {
    [name, '*'].forEach((key) => callAll(this.#listeners.get(key) ?? [], ...values));
  }
}

/** Calls listeners. One that fails does not keep the others from hearing. */
export function callAll(listeners, ...values) {
  for (const listener of [...listeners]) {
    try {
      listener(...values);
    } catch (error) {
      reportError(error);
    }
  }
}
