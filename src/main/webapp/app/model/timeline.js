/** When a thing took the form in which it is told of; 0 as it was written. */
const changedAt = ({ updatedAt }) => (updatedAt ? Date.parse(updatedAt) : 0);

/**
 * Messages of one stream, or what else there is in it, each once and in its latest form, in their
 * order: those with a number by it, those without at the time when they came.
 */
export class Timeline {
  #messages = new Map();
  #removed = new Set();
  #sorted;

  /** Takes messages `{id, number?, at, updatedAt?}` as they are stored, but for those removed. */
  merge(messages) {
    messages.filter(({ id }) => !this.#removed.has(id)).forEach((message) => this.#put(message));
  }

  /** Takes a message as the stream tells of it: it is there, also where it was removed before. */
  add(message) {
    this.#removed.delete(message.id);
    this.#put(message);
  }

  /** Takes a message away: one that was stored before, and comes late, does not bring it back. */
  remove(id) {
    this.#removed.add(id);
    this.forget([id]);
  }

  /** Knows messages no longer, until they come again. */
  forget(ids) {
    ids.forEach((id) => this.#messages.delete(id));
    this.#sorted = undefined;
  }

  /** From now on what is stored counts, whatever was removed before. */
  forgetRemovals() {
    this.#removed.clear();
  }

  has(id) {
    return this.#messages.has(id);
  }

  hasRemoved(id) {
    return this.#removed.has(id);
  }

  find(id) {
    return this.#messages.get(id);
  }

  /** All of them, oldest first. */
  get items() {
    this.#sorted ??= sorted([...this.#messages.values()]);
    return this.#sorted;
  }

  #put(message) {
    const known = this.#messages.get(message.id);
    if (!known || changedAt(message) >= changedAt(known)) {
      this.#messages.set(message.id, message);
      this.#sorted = undefined;
    }
  }
}

function sorted(messages) {
  const numbered = messages.filter(({ number }) => number !== undefined);
  const others = messages.filter(({ number }) => number === undefined);
  numbered.sort((one, other) => one.number - other.number);
  others.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const merged = [];
  let next = 0;
  for (const message of numbered) {
    while (next < others.length && Date.parse(others[next].at) < Date.parse(message.at)) {
      merged.push(others[next]);
      next += 1;
    }
    merged.push(message);
  }
  return merged.concat(others.slice(next));
}
