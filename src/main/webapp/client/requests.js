/** There is no connection that an answer could come by. */
const UNAVAILABLE = { type: 'error', code: 'unavailable' };

/** Questions to the server that wait for their answers. */
export class Requests {
  #waiting = new Map();
  #count = 0;
  #send;

  /** `send(frame)` says whether the frame could go. */
  constructor({ send }) {
    this.#send = send;
  }

  /** Asks; the answer, or the error that came in its place. */
  add(question) {
    return new Promise((resolve, reject) => {
      this.#count += 1;
      const frame = { ...question, requestId: `request ${this.#count}` };
      if (this.#send(frame)) {
        this.#waiting.set(frame.requestId, { frame, resolve, reject });
      } else {
        reject(UNAVAILABLE);
      }
    });
  }

  /** Asks again what has no answer. */
  resume() {
    this.#waiting.forEach(({ frame }) => this.#send(frame));
  }

  /** There will be no more answers: the connection has ended. */
  interrupt() {
    this.#waiting.forEach(({ reject }) => reject(UNAVAILABLE));
    this.#waiting.clear();
  }

  /** Takes a frame; says whether it was the answer to a question. */
  answer(frame) {
    const question = this.#waiting.get(frame.requestId);
    this.#waiting.delete(frame.requestId);
    if (frame.type === 'error') {
      question?.reject(frame);
    } else {
      question?.resolve(frame);
    }
    return question !== undefined;
  }
}
