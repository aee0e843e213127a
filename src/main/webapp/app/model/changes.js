import { settled as settledAtServer } from './api.js';

/**
 * What one has asked for with things that are stored: they are shown as they are to be, with their
 * `state` until they are so: `queued`, `accepted` or `failed`.
 */
export class Changes {
  #timeline;
  #changed;
  #settled;
  #entries = new Map();

  /** What is stored stands in the timeline; `changed()` hears when something else is to be shown. */
  constructor(timeline, changed, { settled = settledAtServer } = {}) {
    this.#timeline = timeline;
    this.#changed = changed;
    this.#settled = settled;
  }

  /** The items as they are to be; where that failed, `again` tries once more. */
  over(items) {
    const shown = new Map(items.map((item) => [item.id, item]));
    this.#entries.forEach(({ item }, id) => shown.set(id, item));
    return [...shown.values()];
  }

  /** What is on its way, or failed. */
  get unsaved() {
    return [...this.#entries.values()].map(({ item }) => item);
  }

  /** `ask()` asks the server to make an item so; `done()` takes it as stored, unless the stream told before. */
  async make(item, { ask, done }) {
    const { id } = item;
    const entry = { item: { ...item, again: () => this.make(item, { ask, done }) } };
    const set = (more) => {
      entry.item = { ...entry.item, ...more };
      this.#changed();
    };
    this.#entries.set(id, entry);
    set({ state: 'queued' });
    try {
      const operation = await ask();
      set({ state: 'accepted' });
      await this.#settled(operation.id);
      if (this.#entries.get(id) === entry) {
        done();
        this.forget(item);
      }
    } catch (error) {
      if (!this.#entries.has(id) && !this.#timeline.hasRemoved(id)) {
        this.#entries.set(id, entry);
      }
      set({ state: 'failed', error });
    }
  }

  /** Hears that what was asked for with a stored item failed, perhaps in another window. */
  fail(item, error) {
    const known = this.#entries.get(item.id)?.item ?? item;
    this.#entries.set(item.id, { item: { ...known, state: 'failed', error } });
    this.#changed();
  }

  /** Shows an item as it is stored, whatever was asked for. */
  forget({ id }) {
    this.#entries.delete(id);
    this.#changed();
  }
}
