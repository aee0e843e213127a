import { settled as settledAtServer } from './api.js';

/** What one writes, shown with its `state` until it is stored: `queued`, `accepted` or `failed`. */
export class Drafts {
  #timeline;
  #changed;
  #settled;
  #entries = new Set();
  #answered = new Set();
  #lane = Promise.resolve();
  #count = 0;

  /** What is stored stands in the timeline; `changed()` hears when something else is to be shown. */
  constructor(timeline, changed, { settled = settledAtServer } = {}) {
    this.#timeline = timeline;
    this.#changed = changed;
    this.#settled = settled;
  }

  /** What is stored, and after it what is on its way; where that failed, `again` tries once more. */
  get items() {
    return [...this.#timeline.items.filter((item) => !this.#isDraft(item)), ...this.unsaved];
  }

  /** What is on its way, or failed. */
  get unsaved() {
    return [...this.#entries].map(({ draft }) => draft);
  }

  /**
   * Writes something with these values; `send()` gives the `id` under which it will be stored. It is
   * sent behind what was written before.
   */
  async write(values, send) {
    this.#count += 1;
    const again = () => {
      this.discard(entry.draft);
      this.write(values, send);
    };
    const draft = { ...values, id: `draft ${this.#count}`, at: new Date().toISOString(), again };
    const entry = { draft, values, before: new Set(this.#timeline.items.map(({ id }) => id)) };
    const set = (more) => {
      entry.draft = { ...entry.draft, ...more };
      this.refresh();
    };
    this.#entries.add(entry);
    set({ state: 'queued' });
    try {
      const { id } = await this.#inTurn(send);
      this.#answered.add(id);
      set({ id, state: 'accepted' });
      await this.#settled(id);
      if (this.#entries.has(entry)) {
        this.#timeline.merge([{ ...entry.draft, state: undefined }]);
        this.refresh();
      }
    } catch (error) {
      set({ state: 'failed', error });
    }
  }

  #inTurn(send) {
    const sent = this.#lane.then(send);
    this.#lane = sent.catch(() => {});
    return sent;
  }

  /** Takes what failed away. */
  discard({ id }) {
    this.#dropWhere((draft) => draft.id === id);
    this.#changed();
  }

  /** What is stored, or was, is not on its way any more. */
  refresh() {
    this.#dropWhere(({ id }) => this.#timeline.has(id) || this.#timeline.hasRemoved(id));
    this.#changed();
  }

  #dropWhere(isMeant) {
    this.#entries.forEach((entry) => isMeant(entry.draft) && this.#entries.delete(entry));
  }

  /** Whether it is probably what a draft became, whose id is not known yet: it is shown once. */
  #isDraft(item) {
    const isOf = ({ draft, values, before }) =>
      draft.state === 'queued' && !before.has(item.id) && Object.keys(values).every((key) => item[key] === values[key]);
    return !this.#answered.has(item.id) && [...this.#entries].some(isOf);
  }
}
