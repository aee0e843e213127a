import { Emitter } from '/client/emitter.js';
import { get } from './api.js';

/** As many as the server names at a time. */
const MOST = 100;

/** What users are called, by their ids: looked up together, and remembered. */
class People {
  #names = new Map();
  #wanted = new Set();
  #changes = new Emitter();

  /** The user name; a short form of the id until that is known. */
  nameOf(userId) {
    if (!this.#names.has(userId)) {
      this.#want(userId);
    }
    return this.#names.get(userId) ?? userId.slice(-6);
  }

  /** Remembers a name that came by the way. */
  learn(userId, name) {
    this.#names.set(userId, name);
  }

  /** Hears when names have become known. */
  onChange(listener) {
    return this.#changes.on('change', listener);
  }

  /** The user with that user name or e-mail; an `ApiError` if there is none. */
  async find(text) {
    if (!text.includes('@')) {
      const { items } = await get(`/users?username=${encodeURIComponent(text)}`);
      return items[0];
    }
    return get(`/users/${encodeURIComponent(text)}`);
  }

  #want(userId) {
    if (this.#wanted.size === 0) {
      setTimeout(() => this.#look(), 20);
    }
    this.#wanted.add(userId);
  }

  async #look() {
    const ids = [...this.#wanted].slice(0, MOST);
    this.#wanted.clear();
    try {
      const { items } = await get(`/users?${ids.map((id) => `id=${encodeURIComponent(id)}`).join('&')}`);
      ids.forEach((id) => this.#names.set(id, id.slice(-6)));
      items.forEach(({ id, username }) => this.#names.set(id, username));
      this.#changes.emit('change');
    } catch {
      // Whoever asks next makes us look again.
    }
  }
}

export const people = new People();
