import { nameOf, streamOf } from '/client/streams.js';
import { failures } from './failures.js';
import { follow, live } from './live.js';
import { session } from './session.js';
import { Timeline } from './timeline.js';

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
  #user = session.user;
  #timeline = new Timeline();
  #outgoing = new Map();
  #early = [];
  #next;
  #ends = [];

  /** How it stands: `loading`, `ready`, `failed` or `gone` (with `error`). */
  state = 'loading';
  error;

  /** Whether older messages are being loaded, and why that failed if it did. */
  busy = false;
  stuck;

  constructor(source, changed) {
    this.#source = source;
    this.#changed = changed;
  }

  /** Begins to listen, and loads the latest messages. */
  start() {
    [...failures.values(), ...live.pending].forEach((delivery) => this.#deliver(delivery));
    this.#ends = [
      live.onDelivery((delivery) => this.#deliver(delivery)),
      live.on('subscribed', (frame) => this.#comeBack(frame)),
    ];
    this.#follow();
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
      const next = await this.#loadLatest();
      if (this.state !== 'ready') {
        this.#next = next;
      }
      this.stuck = undefined;
      this.#turn('ready');
    } catch (error) {
      const isAway = error.code === 'unavailable' && live.status.state !== 'open';
      if (this.state !== 'ready' && !isAway) {
        this.#turn('failed', error);
      }
    }
  }

  /** Loads messages that are older than those loaded. */
  async older() {
    if (this.busy || !this.hasMore) {
      return;
    }
    this.busy = true;
    this.stuck = undefined;
    this.#changed();
    try {
      this.#next = (await this.#load(this.#next)).next;
    } catch (error) {
      this.stuck = error;
    }
    this.busy = false;
    this.#changed();
  }

  /** Takes a message that failed away. */
  forget(id) {
    failures.delete(id);
    this.#outgoing.delete(id);
    this.#changed();
  }

  /** Loads the latest page, and further ones until one holds what is known: so there is no hole. */
  async #loadLatest() {
    const known = new Set(this.#timeline.items.map(({ id }) => id));
    let page = await this.#load();
    while (known.size && page.next !== undefined && !page.messages.some(({ id }) => known.has(id))) {
      page = await this.#load(page.next);
    }
    return page.next;
  }

  async #load(cursor) {
    const { messages, next } = await this.#source.page(cursor);
    const page = { messages: messages.map(this.#source.read), next };
    this.#timeline.merge(page.messages);
    return page;
  }

  #follow() {
    this.#ends.push(follow(this.#source.stream, (frame) => this.#hear(frame), () => this.refresh()));
  }

  #hear(frame) {
    if (frame.type === 'message') {
      this.#add({ ...this.#source.read(frame.message), fresh: true });
    } else if (frame.type === 'error' || (frame.type === 'unsubscribed' && frame.reason)) {
      this.#set('gone', frame);
    }
  }

  /** One's own message may be heard before it is known to be accepted: it waits, so as to stand here once. */
  #add(message) {
    if (message.userId === this.#user.id && this.#isSending) {
      this.#early.push(message);
    } else {
      this.#timeline.merge([message]);
      this.#changed();
    }
  }

  get #isSending() {
    return [...this.#outgoing.values()].some(({ state }) => state === 'sent');
  }

  #deliver({ clientMessageId, message, messageId, state, error }) {
    if (!this.#source.isOwn(message)) {
      return;
    }
    const { id: userId, username } = this.#user;
    const at = this.#outgoing.get(clientMessageId)?.at ?? new Date().toISOString();
    const text = this.#source.textOf(message);
    const id = messageId ?? clientMessageId;
    this.#outgoing.set(clientMessageId, {
      id, key: clientMessageId, userId, username, at, text, state, error, message,
    });
    if (!this.#isSending) {
      this.#timeline.merge(this.#early.splice(0));
    }
    this.#changed();
  }

  /** Who lost the right to read, and has it again, begins anew. */
  #comeBack(frame) {
    if (this.state === 'gone' && nameOf(streamOf(frame)) === nameOf(this.#source.stream)) {
      this.#set('loading');
      this.#follow();
    }
  }

  /** Says how loading went, unless the conversation was taken away meanwhile. */
  #turn(state, error) {
    if (this.state !== 'gone') {
      this.#set(state, error);
    }
  }

  #set(state, error) {
    this.state = state;
    this.error = error;
    this.#changed();
  }
}
