import { Timeline } from './timeline.js';
import { live } from './live.js';
import { session } from './session.js';

/**
 * A room or a chat on the screen: its history as far as it was loaded, what comes live, and one's
 * own messages on their way out.
 *
 * The source says what it is: `{stream, read(message), page(cursor) → {messages, next}, isOwn(
 * delivered message), textOf(delivered message)}`.
 */
export class Conversation {
  #source;
  #changed;
  #timeline = new Timeline();
  #outgoing = new Map();
  #next;
  #ends = [];
  #busy = false;

  /** How it stands: `loading`, `ready`, `failed` or `gone` (with `error`). */
  state = 'loading';
  error;

  constructor(source, changed) {
    this.#source = source;
    this.#changed = changed;
  }

  /** Begins to listen, and loads the latest messages. */
  start() {
    live.pending.forEach((delivery) => this.#deliver(delivery));
    this.#ends = [
      live.subscribe(this.#source.stream, (frame) => this.#hear(frame)),
      live.onDelivery((delivery) => this.#deliver(delivery)),
      live.onState(({ state }) => state === 'open' && this.refresh()),
    ];
    this.refresh();
  }

  /** Listens no longer. */
  stop() {
    this.#ends.splice(0).forEach((end) => end());
  }

  /** Messages, oldest first, those on their way out last. */
  get items() {
    const out = [...this.#outgoing.values()].filter(({ id }) => !this.#timeline.has(id));
    return [...this.#timeline.items, ...out];
  }

  /** Whether there are older messages than those loaded. */
  get hasMore() {
    return this.#next !== undefined;
  }

  /** Loads the latest messages; what was missed without a number is among them. */
  async refresh() {
    try {
      const { messages, next } = await this.#source.page();
      this.#timeline.merge(messages.map(this.#source.read));
      if (this.state !== 'ready') {
        this.#next = next;
      }
      this.#set('ready');
    } catch (error) {
      if (this.state !== 'ready' && error.code !== 'unavailable') {
        this.#set('failed', error);
      }
    }
  }

  /** Loads messages that are older than those loaded. */
  async older() {
    if (this.#busy || !this.hasMore) {
      return;
    }
    this.#busy = true;
    try {
      const { messages, next } = await this.#source.page(this.#next);
      this.#timeline.merge(messages.map(this.#source.read));
      this.#next = next;
    } catch {
      // The next scroll asks again.
    } finally {
      this.#busy = false;
      this.#changed();
    }
  }

  /** Takes a message that failed away. */
  forget(id) {
    this.#outgoing.delete(id);
    this.#changed();
  }

  #hear(frame) {
    if (frame.type === 'message') {
      this.#timeline.merge([{ ...this.#source.read(frame.message), fresh: true }]);
      this.#changed();
    } else if (frame.type === 'error' || (frame.type === 'unsubscribed' && frame.reason)) {
      this.#set('gone', frame);
    }
  }

  #deliver({ clientMessageId, message, messageId, state, error }) {
    if (!this.#source.isOwn(message)) {
      return;
    }
    const { id: userId, username } = session.user;
    const at = this.#outgoing.get(clientMessageId)?.at ?? new Date().toISOString();
    const text = this.#source.textOf(message);
    const id = messageId ?? clientMessageId;
    this.#outgoing.set(clientMessageId, {
      id, key: clientMessageId, userId, username, at, text, state, error, message,
    });
    this.#changed();
  }

  #set(state, error) {
    this.state = state;
    this.error = error;
    this.#changed();
  }
}
