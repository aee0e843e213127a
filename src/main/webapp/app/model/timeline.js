/**
 * Messages of one stream, each once, in their order: those with a number by it, those without at
 * the time when they came.
 */
export class Timeline {
  #messages = new Map();
  #sorted;

  /** Adds messages `{id, number?, at}`, or replaces those of the same id. */
  merge(messages) {
    messages.forEach((message) => this.#messages.set(message.id, message));
    this.#sorted = undefined;
  }

  /** Takes a message away. */
  remove(id) {
    this.#messages.delete(id);
    this.#sorted = undefined;
  }

  has(id) {
    return this.#messages.has(id);
  }

  find(id) {
    return this.#messages.get(id);
  }

  /** All of them, oldest first. */
  get items() {
    this.#sorted ??= sorted([...this.#messages.values()]);
    return this.#sorted;
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
