import { newId } from './ids.js';
import { isPassing } from './passing.js';

/** The stream that a message goes to; messages of one stream go out one after the other. */
const laneOf = (frame) => frame.roomId ?? frame.payload?.chatId;

/**
 * Messages on their way out. Each is sent until the server has accepted it, and under an id of its
 * own, so that it has one effect however often it is sent. The next of a stream goes when the one
 * before has been accepted: their order is kept.
 */
export class Deliveries {
  #waiting = [];
  #resting = new Set();
  #send;
  #later;
  #changed;

  /**
   * `send(frame)` says whether the frame could go; `later(work)` runs work in a while;
   * `changed(delivery)` hears of each new state.
   */
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

  /** Sends what has no answer, though it was sent before. */
  resume() {
    this.interrupt();
    this.#pump();
  }

  /** What was sent has no answer, and will get none on that connection. */
  interrupt() {
    this.#resting.clear();
    this.#waiting.filter(({ state }) => state === 'sent').forEach((one) => this.#set(one, 'queued'));
  }

  /** Takes a frame; says whether it was the answer to a message. */
  answer(frame) {
    const id = frame.clientMessageId ?? frame.requestId;
    const delivery = this.#waiting.find(({ clientMessageId }) => clientMessageId === id);
    if (!delivery) {
      return false;
    }
    if (frame.type === 'accepted') {
      delivery.messageId = frame.messageId;
      this.#finish(delivery, 'accepted');
    } else if (isPassing(frame)) {
      this.#rest(delivery);
    } else {
      delivery.error = frame;
      this.#finish(delivery, 'failed');
    }
    return true;
  }

  /** Waits a while before that one is sent again, unless a new connection comes first. */
  #rest(delivery) {
    this.#resting.add(delivery);
    this.#set(delivery, 'queued');
    this.#later(() => this.#resting.delete(delivery) && this.#pump());
  }

  #finish(delivery, state) {
    this.#resting.delete(delivery);
    this.#waiting.splice(this.#waiting.indexOf(delivery), 1);
    this.#set(delivery, state);
    this.#pump();
  }

  #pump() {
    const busy = new Set();
    for (const delivery of [...this.#waiting]) {
      const lane = laneOf(delivery.frame);
      const isNext = delivery.state === 'queued' && !busy.has(lane) && !this.#resting.has(delivery);
      if (isNext && this.#send(delivery.frame)) {
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
