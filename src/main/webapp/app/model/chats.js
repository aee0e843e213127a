import { Emitter } from '/client/emitter.js';
import { list } from './api.js';
import { following } from './following.js';
import { live } from './live.js';
import { session } from './session.js';

/** How many chats are followed: a connection has 200 subscriptions, and rooms, boards and posts need theirs. */
const FOLLOWED = 80;

/** How often is looked whether there are others, in milliseconds. */
const EVERY = 60_000;

/** The chats in which the user has a role. They are followed, whatever is on the screen. */
class Chats {
  #changes = new Emitter();

  /** `{chatId, role}` of each, once they are known, and why they could not be read. */
  items;
  error;

  constructor() {
    session.onChange(() => Object.assign(this, { items: undefined, error: undefined }));
    live.onState(() => this.#look());
    setInterval(() => this.#look(), EVERY);
  }

  /** Looks which there are. */
  async load() {
    try {
      const { items } = await list(`/permissions?userId=${encodeURIComponent(session.user.id)}`, { of: 'permissions' });
      items.slice(0, FOLLOWED).forEach(({ chatId }) => following.add('chats', chatId, { kept: false }));
      this.items = items;
      this.error = undefined;
    } catch (error) {
      this.error = error;
    }
    this.#changes.emit('change');
  }

  #look() {
    if (live.status.state === 'open' && document.visibilityState === 'visible') {
      this.load();
    }
  }

  /** Hears when they were read, or could not be. */
  onChange(listener) {
    return this.#changes.on('change', listener);
  }
}

/** The chats of who is signed in. */
export const chats = new Chats();
