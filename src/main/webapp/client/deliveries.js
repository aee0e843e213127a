import { newId } from './ids.js';

/** Errors after which the same message may be accepted a little later. */
const PASSING = new Set(['rateLimited', 'unavailable']);

/** The stream that a message goes to; messages of one stream go out one after the other. */
const laneOf = (frame) => frame.roomId ?? frame.payload?.chatId;

/**
 * Messages on their way out. Each is sent until the server has accepted it, and under an id of its
 * own, so that it has one effect however often it is sent. The next of a stream goes when the one
 * before has been accepted: their order is kept.
 */
export class Deliveries {
  #waiting = [];
  #send;
  #later;
  #changed;

  /** `send(frame)` says whether the frame could go; `changed(delivery)` hears of each new state. */
  constructor({ send, later, changed }) {
    this.#send = send;
    this.#later = later;
    this.#changed = changed;
  }

  /** Takes a message, without `action`; the delivery that comes back tells its state. */
  add(message) {
    const clientMessageId = message.clientMessageId ?? newId();
    const delivery = {
      clientMessageId,
      message,
      frame: { action: 'sendMessage', requestId: clientMessageId, ...message, clientMessageId },
      state: 'queued',
    };
    this.#waiting.push(delivery);
    this.#changed(delivery);
    this.#pump();
    return delivery;
  }

  /** Those that have not been accepted yet, oldest first. */
  get pending() {
    return [...this.#waiting];
  }

  /** Sends again what has no answer: the connection is a new one. */
  resume() {
    this.interrupt();
    this.#pump();
  }

  /** What was sent has no answer, and will get none on that connection. */
  interrupt() {
    this.#waiting.filter(({ state }) => state === 'sent').forEach((one) => this.#set(one, 'queued'));
  }

  /** Takes the answer to a message; says whether it was one. */
  answer(frame) {
    const id = frame.clientMessageId ?? frame.requestId;
    const delivery = this.#waiting.find(({ clientMessageId }) => clientMessageId === id);
    if (!delivery) {
      return false;
    }
    if (frame.type === 'accepted') {
      delivery.messageId = frame.messageId;
      this.#finish(delivery, 'accepted');
    } else if (PASSING.has(frame.code)) {
      this.#later(() => {
        this.#set(delivery, 'queued');
        this.#pump();
      });
    } else {
      delivery.error = frame;
      this.#finish(delivery, 'failed');
    }
    return true;
  }

  #finish(delivery, state) {
    this.#waiting.splice(this.#waiting.indexOf(delivery), 1);
    this.#set(delivery, state);
    this.#pump();
  }

  #pump() {
    const busy = new Set();
    for (const delivery of [...this.#waiting]) {
      const lane = laneOf(delivery.frame);
      if (!busy.has(lane) && delivery.state === 'queued' && this.#send(delivery.frame)) {
        this.#set(delivery, 'sent');
      }
      busy.add(lane);
    }
  }

  #set(delivery, state) {
    delivery.state = state;
    this.#changed(delivery);
  }
}
