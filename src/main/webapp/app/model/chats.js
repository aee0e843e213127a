import { Emitter } from '/client/emitter.js';
import { list } from './api.js';
import { following } from './following.js';
import { live } from './live.js';
import { session } from './session.js';

/** How many chats are followed: a connection has 200 subscriptions, and rooms, boards and posts need theirs. */
const FOLLOWED = 80;

/** The chats in which the user has a role. They are followed, whatever is on the screen. */
class Chats {
  #changes = new Emitter();

  /** `{chatId, role}` of each, once they are known, and why they could not be read. */
  items;
  error;

  constructor() {
    session.onChange(() => (this.items = undefined));
    live.onState(({ state }) => state === 'open' && this.load());
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

  /** Hears when they were read, or could not be. */
  onChange(listener) {
    return this.#changes.on('change', listener);
  }
}

/** The chats of who is signed in. */
export const chats = new Chats();
