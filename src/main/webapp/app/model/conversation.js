import { failures } from './failures.js';
import { live } from './live.js';
import { Reading } from './reading.js';
import { session } from './session.js';
import { Timeline } from './timeline.js';

/**
 * A room or a chat on the screen: its history as far as it was read, what comes live, and one's own
 * messages on their way out.
 *
 * The source is that of a reading, with more: `{read(message), isOwn(delivered message), textOf(
 * delivered message)}`.
 */
export class Conversation {
  #source;
  #changed;
  #user = session.user;
  #timeline = new Timeline();
  #outgoing = new Map();
  #early = [];
  #end;

  /** How its history is read. */
  reading;

  constructor(source, changed) {
    this.#source = source;
    this.#changed = changed;
    this.reading = new Reading(source, this.#timeline, {
      hear: (frame) => this.#hear(frame),
      changed: () => this.#update(),
    });
  }

  /** Begins to listen, and loads the latest messages. */
  start() {
    [...failures.values(), ...live.pending].forEach((delivery) => this.#deliver(delivery));
    this.#end = live.onDelivery((delivery) => this.#deliver(delivery));
    this.reading.start();
  }

  /** Listens no longer. */
  stop() {
    this.#end();
    this.reading.stop();
  }

  /** Messages, oldest first, those on their way out last. */
  get items() {
    return [...this.#timeline.items, ...this.#outgoing.values()];
  }

  /** Takes a message that failed away. */
  forget(id) {
    failures.delete(id);
    this.#outgoing.delete(id);
    this.#changed();
  }

  #hear({ type, message }) {
    if (type === 'message') {
      this.#add({ ...this.#source.read(message), fresh: true });
    }
  }

  /** One's own message may be heard before it is known to be accepted: it waits, so as to stand here once. */
  #add(message) {
    if (message.userId === this.#user.id && this.#isSending) {
      this.#early.push(message);
    } else {
      this.#timeline.merge([message]);
      this.#update();
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
    this.#update();
  }

  /** What is in the history is not on its way any more. */
  #update() {
    this.#outgoing.forEach(({ id }, key) => this.#timeline.has(id) && this.#outgoing.delete(key));
    this.#changed();
  }
}
