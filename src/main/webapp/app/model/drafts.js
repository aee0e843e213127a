import { settled as settledAtServer } from './api.js';
import { session } from './session.js';

/** What one writes, shown with its `state` until it is stored: `queued`, `accepted` or `failed`. */
export class Drafts {
  #timeline;
  #changed;
  #user;
  #settled;
  #drafts = new Set();
  #early = new Set();
  #sending = 0;
  #count = 0;

  /** What is stored stands in the timeline; `changed()` hears when something else is to be shown. */
  constructor(timeline, changed, { user = session.user, settled = settledAtServer } = {}) {
    this.#timeline = timeline;
    this.#changed = changed;
    this.#user = user;
    this.#settled = settled;
  }

  /** What is stored, and after it what is on its way; where that failed, `again` tries once more. */
  get items() {
    return [...this.#timeline.items.filter(({ id }) => !this.#early.has(id)), ...this.#drafts];
  }

  /** Writes something; `send()` gives the `id` under which it will be stored. */
  async write(values, send) {
    this.#count += 1;
    const again = () => {
      this.discard(draft);
      this.write(values, send);
    };
    const draft = { ...values, id: `draft ${this.#count}`, userId: this.#user.id, at: new Date().toISOString(), again };
    const set = (more) => {
      Object.assign(draft, more);
      this.refresh();
    };
    this.#drafts.add(draft);
    set({ state: 'queued' });
    this.#sending += 1;
    try {
      const { id } = await send().finally(() => (this.#sending -= 1));
      this.#early.delete(id);
      set({ id, state: 'accepted' });
      await this.#settled(id);
      if (this.#drafts.has(draft)) {
        this.#timeline.merge([{ ...draft, state: undefined }]);
        this.refresh();
      }
    } catch (error) {
      set({ state: 'failed', error });
    }
  }

  /** Takes what the stream tells of: one's own is perhaps a draft whose id is not known yet, and waits. */
  hear(item) {
    const isKnown = this.#timeline.has(item.id) || [...this.#drafts].some(({ id }) => id === item.id);
    if (this.#sending && item.userId === this.#user.id && !isKnown) {
      this.#early.add(item.id);
    }
    this.#timeline.merge([item]);
    this.refresh();
  }

  /** Takes what failed away. */
  discard(draft) {
    this.#drafts.delete(draft);
    this.#changed();
  }

  /** What is stored, or was, is not on its way any more. */
  refresh() {
    if (!this.#sending) {
      this.#early.clear();
    }
    const isKnown = ({ id }) => this.#timeline.has(id) || this.#timeline.hasRemoved(id);
    [...this.#drafts].filter(isKnown).forEach((draft) => this.#drafts.delete(draft));
    this.#changed();
  }
}
