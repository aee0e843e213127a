/**
 * A client of Switchboard's socket for any web page; it needs nothing but this folder.
 *
 *     import { SwitchboardClient } from '/client/switchboard-client.js';
 *
 *     const client = new SwitchboardClient({ token: () => fetchToken() });
 *     client.onState(({ state }) => console.log(state));
 *     client.subscribe({ roomId: 'lobby' }, (frame) => {
 *       if (frame.type === 'message') console.log(frame.message.content);
 *     });
 *     client.connect();
 *     const delivery = client.send({ roomId: 'lobby', content: 'hello' });
 *
 * It connects again by itself, after a wait with full jitter or as long as the server asks for
 * (`retryAfterMs`), and then resumes every subscription behind the last number seen: listeners
 * get each event once and in order, however often the connection broke. Messages wait while there
 * is no connection. A token that is about to end is replaced over the open connection.
 *
 * @module
 */
import { Connection } from './connection.js';
import { Deliveries } from './deliveries.js';
import { Emitter } from './emitter.js';
import { Requests } from './requests.js';
import { kindOf } from './streams.js';
import { Subscriptions } from './subscriptions.js';

/** When is tried again what the server refused for the time being. */
const RETRY = 2_000;

/**
 * @typedef {'idle'|'connecting'|'open'|'waiting'|'offline'|'signedOut'|'closed'} State
 *   `waiting`: there is none, the next attempt comes at `retryAt`; `offline`: the same, and the
 *   browser says that there is no network; `signedOut`: there was no token; `closed`: by us, or by
 *   the server for good (`code`)
 */

/** What a page says and hears over one connection to Switchboard that lasts. */
export class SwitchboardClient {
  #after;
  #connection;
  #frames = new Emitter();
  #own = new Emitter();
  #requests;
  #subscriptions;
  #deliveries;
  #cancelRepeat = () => {};

  /**
   * @param {object} options
   * @param {(why: {renew: boolean, failed: boolean}) => (string|undefined|Promise)} options.token
   *   gives the token; asked before each connection (`failed`: the last attempt was not welcomed,
   *   perhaps because of its token) and, with `renew`, shortly before the one in use ends. Without
   *   a token the client stays away until `connect()` is called again; if this function fails, it
   *   is asked again later.
   * @param {string} [options.url] of the socket; the page's own server without it
   * @param {typeof WebSocket} [options.WebSocket] another implementation
   * @param {() => number} [options.random] between 0 and 1, for the jitter
   * @param {(ms: number, work: () => void) => (() => void)} [options.after] a timer, which gives
   *   the function that stops it
   */
  constructor({ token, url = '/ws', WebSocket = globalThis.WebSocket, random, after = timer }) {
    const send = (frame) => this.#connection.send(frame);
    const later = (work) => after(RETRY, work);
    const changed = (delivery) => this.#own.emit('delivery', delivery);
    this.#after = after;
    this.#requests = new Requests({ send });
    this.#subscriptions = new Subscriptions({ send, later });
    this.#deliveries = new Deliveries({ send, later, changed });
    this.#connection = new Connection({
      socket: { url: new URL(url, location.href).href.replace(/^http/, 'ws'), WebSocket },
      token,
      random,
      after,
      onState: (status) => this.#turn(status),
      onLatency: (ms) => this.#own.emit('latency', ms),
      onFrame: (frame) => this.#take(frame),
    });
  }

  /** Connects, and stays connected until `close()`. */
  connect() {
    this.#connection.connect();
  }

  /** Ends the connection; what is subscribed and queued is kept for the next `connect()`. */
  close() {
    this.#connection.close();
  }

  /** @returns {{state: State, code?: number, retryAt?: number, node?: string}} how it stands */
  get status() {
    return this.#connection.status;
  }

  /** The time that the last ping took, in milliseconds; undefined without a connection. */
  get latency() {
    return this.#connection.latency;
  }

  /** Messages that have not been accepted yet, oldest first. */
  get pending() {
    return this.#deliveries.pending;
  }

  /** Hears of every change of `status`; the function that comes back ends that. */
  onState(listener) {
    return this.#own.on('state', listener);
  }

  /** Hears of every measured latency. */
  onLatency(listener) {
    return this.#own.on('latency', listener);
  }

  /**
   * Hears of every change of a delivery: `{clientMessageId, message, state, messageId?, error?}`
   * with the states `queued`, `sent`, `accepted` (the broker has it durably) and `failed`.
   */
  onDelivery(listener) {
    return this.#own.on('delivery', listener);
  }

  /**
   * Hears of frames by type, such as `message` or `note-saved`, of all streams; `*` stands for
   * all. What is told to everybody has the type `broadcast` here, whatever its sender called it.
   */
  on(type, listener) {
    return this.#frames.on(type, listener);
  }

  /**
   * Follows a stream: `{boardId}`, `{chatId}`, `{roomId}`, `{postId}`, `{notes}` or `{broadcasts}`.
   * The listener gets `subscribed` whenever the stream begins to be live: after each connection,
   * and soon where it is live already. What is stored by then can be read; of what is stored later
   * it gets every event, `gap` where some are no longer kept, `postponed` when the server cannot give
   * the stream just now and is asked again later, and `unsubscribed` or `error` when there will be no
   * more. A stream is followed once for all its listeners, from `since` if the
   * first of them says so, and left with the last of them, even if it came without asking.
   *
   * @returns {() => void} ends it for this listener
   */
  subscribe(stream, listener, { since } = {}) {
    return this.#subscriptions.add(stream, listener, since);
  }

  /** The last number seen of a stream that is followed. */
  lastOf(stream) {
    return this.#subscriptions.lastOf(stream);
  }

  /**
   * Sends a message, now or when there is a connection: `{roomId, content}`, or `{targetChannel,
   * messageType, payload}` for a chat. The delivery changes its `state`; see `onDelivery`.
   */
  send(message) {
    return this.#deliveries.add(message);
  }

  /** Asks for something over an open connection, such as `{action: 'getMessages', roomId}`. */
  request(frame) {
    return this.#requests.add(frame);
  }

  #turn(status) {
    this.#cancelRepeat();
    if (status.state === 'open') {
      this.#subscriptions.resume();
      this.#deliveries.resume();
    } else {
      this.#subscriptions.interrupt();
      this.#deliveries.interrupt();
      this.#requests.interrupt();
    }
    this.#own.emit('state', status);
  }

  #take(frame) {
    const kind = kindOf(frame);
    const asked = [this.#requests, this.#deliveries, this.#subscriptions].some((part) => part.answer(frame));
    if (kind === 'error' && !asked && frame.code === 'rateLimited') {
      this.#repeat();
    }
    if (this.#subscriptions.take(frame)) {
      this.#frames.emit(kind, frame);
    }
  }

  /** Says again, in a while, what has no answer: the server refused a frame without reading it. */
  #repeat() {
    this.#cancelRepeat();
    this.#cancelRepeat = this.#after(RETRY, () => {
      this.#subscriptions.resume();
      this.#deliveries.resume();
      this.#requests.resume();
    });
  }
}

function timer(ms, work) {
  const id = setTimeout(work, ms);
  return () => clearTimeout(id);
}
