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
import { Backoff, mayReturn, retryAfter } from './backoff.js';
import { Deliveries } from './deliveries.js';
import { Emitter } from './emitter.js';
import { Heartbeat } from './heartbeat.js';
import { Link } from './link.js';
import { Subscriptions } from './subscriptions.js';
import { freshFor } from './token.js';

/** When a refused subscription or message is tried again, and a token that could not be renewed. */
const RETRY = 2_000;

/** How long a pong may take when the browser says that the network has gone. */
const SUSPICION = 2_000;

/** The longest time that a browser's timer can wait. */
const LONGEST = 2 ** 31 - 1;

/**
 * @typedef {'idle'|'connecting'|'open'|'waiting'|'offline'|'signedOut'|'closed'} State
 *   `waiting`: there is none, the next attempt comes at `retryAt`; `offline`: the same, and the
 *   browser says that there is no network; `signedOut`: there was no token; `closed`: by us, or by
 *   the server for good (`code`)
 */

/** One connection to Switchboard that lasts, whatever happens to the sockets under it. */
export class SwitchboardClient {
  #url;
  #token;
  #WebSocket;
  #after;
  #backoff;
  #link;
  #wanted = false;
  #attempt = 0;
  #failed = false;
  #cancelRetry = () => {};
  #cancelRenewal = () => {};
  #status = { state: 'idle' };
  #latency;
  #frames = new Emitter();
  #own = new Emitter();
  #requests = new Map();
  #requestCount = 0;
  #subscriptions;
  #deliveries;
  #heartbeat;

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
    this.#token = token;
    this.#url = new URL(url, location.href).href.replace(/^http/, 'ws');
    this.#WebSocket = WebSocket;
    this.#after = after;
    this.#backoff = new Backoff({ random });
    const send = (frame) => this.#link?.send(frame) ?? false;
    const later = (work) => after(RETRY, work);
    this.#subscriptions = new Subscriptions({ send, later });
    this.#deliveries = new Deliveries({
      send,
      later,
      changed: (delivery) => this.#own.emit('delivery', delivery),
    });
    this.#heartbeat = new Heartbeat({
      after,
      ask: (requestId) => send({ action: 'ping', requestId }),
      measured: (ms) => this.#measure(ms),
      lost: () => this.#link?.drop(1006, 'no pong'),
    });
    globalThis.addEventListener?.('online', () => this.#hurry());
    globalThis.addEventListener?.('offline', () => this.#suspect());
  }

  /** Connects, and stays connected until `close()`. */
  connect() {
    if (!this.#wanted || this.#status.state === 'signedOut' || this.#status.state === 'closed') {
      this.#wanted = true;
      this.#backoff.reset();
      this.#open();
    }
  }

  /** Ends the connection; what is subscribed and queued is kept for the next `connect()`. */
  close() {
    this.#wanted = false;
    this.#cancelRetry();
    this.#attempt += 1;
    const link = this.#link;
    this.#link = undefined;
    link?.drop(1000, '');
    this.#rest();
    this.#set({ state: 'closed' });
  }

  /** @returns {{state: State, code?: number, retryAt?: number, node?: string}} how it stands */
  get status() {
    return this.#status;
  }

  /** The time that the last ping took, in milliseconds; undefined without a connection. */
  get latency() {
    return this.#latency;
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
   * The listener gets `subscribed` after each connection, the stream's events, `gap` where some
   * are no longer kept, and `unsubscribed` or `error` when there will be no more. A stream is
   * followed once for all its listeners, from `since` if the first of them says so.
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
    return new Promise((resolve, reject) => {
      this.#requestCount += 1;
      const requestId = `request ${this.#requestCount}`;
      this.#requests.set(requestId, { resolve, reject });
      if (!this.#link?.send({ ...frame, requestId })) {
        this.#settle(requestId, { type: 'error', code: 'unavailable', message: 'not connected' });
      }
    });
  }

  async #open() {
    this.#cancelRetry();
    this.#attempt += 1;
    const attempt = this.#attempt;
    this.#set({ state: 'connecting' });
    let token;
    try {
      token = await this.#token({ renew: false, failed: this.#failed });
    } catch {
      if (attempt === this.#attempt) {
        this.#retry(this.#backoff.next());
      }
      return;
    }
    if (attempt !== this.#attempt) {
      return;
    }
    if (!token) {
      this.#set({ state: 'signedOut' });
      return;
    }
    const link = new Link({
      url: this.#url,
      token,
      WebSocket: this.#WebSocket,
      onFrame: (frame) => this.#take(frame),
      onEnd: (close) => link === this.#link && this.#ended(close),
    });
    this.#link = link;
    this.#failed = true;
    this.#renewIn(freshFor(token));
  }

  #ended({ code, reason }) {
    this.#link = undefined;
    this.#rest();
    if (!mayReturn(code)) {
      this.#set({ state: 'closed', code });
      return;
    }
    const asked = retryAfter(reason);
    this.#retry(asked ?? this.#backoff.next(), asked !== undefined);
  }

  #rest() {
    this.#heartbeat.stop();
    this.#cancelRenewal();
    this.#latency = undefined;
    this.#deliveries.interrupt();
    const error = { type: 'error', code: 'unavailable', message: 'the connection ended' };
    [...this.#requests.keys()].forEach((id) => this.#settle(id, error));
  }

  #retry(wait, asked = false) {
    const state = navigator.onLine === false ? 'offline' : 'waiting';
    this.#set({ state, retryAt: Date.now() + wait, asked });
    this.#cancelRetry = this.#after(wait, () => this.#open());
  }

  /** The network is back: there is no need to wait, unless the server asked to. */
  #hurry() {
    const { state, asked } = this.#status;
    if ((state === 'waiting' || state === 'offline') && !asked) {
      this.#open();
    }
  }

  #suspect() {
    if (this.#status.state === 'open') {
      this.#heartbeat.start(SUSPICION);
    } else if (this.#status.state === 'waiting') {
      this.#set({ ...this.#status, state: 'offline' });
    }
  }

  #take(frame) {
    if (frame.broadcasts !== undefined && 'data' in frame) {
      this.#tell('broadcast', frame);
      return;
    }
    switch (frame.type) {
      case 'welcome':
        this.#welcomed(frame);
        break;
      case 'pong':
        this.#heartbeat.pong(frame);
        break;
      case 'tokenExpiring':
        this.#renew();
        break;
      case 'accepted':
        this.#deliveries.answer(frame);
        break;
      case 'error':
        this.#refused(frame);
        break;
      default:
    }
    this.#settle(frame.requestId, frame);
    this.#tell(frame.type, frame);
  }

  #tell(type, frame) {
    if (this.#subscriptions.take(frame)) {
      this.#frames.emit(type, frame);
    }
  }

  #welcomed({ node, connectionId }) {
    this.#backoff.reset();
    this.#failed = false;
    this.#set({ state: 'open', node, connectionId });
    this.#subscriptions.resume();
    this.#deliveries.resume();
    this.#heartbeat.start();
  }

  #refused(frame) {
    const [, name] = /^subscribe (.*)$/.exec(frame.requestId ?? '') ?? [];
    if (name) {
      this.#subscriptions.refuse(name, frame);
    } else {
      this.#deliveries.answer(frame);
    }
  }

  #settle(requestId, frame) {
    const request = this.#requests.get(requestId);
    this.#requests.delete(requestId);
    if (frame.type === 'error') {
      request?.reject(frame);
    } else {
      request?.resolve(frame);
    }
  }

  #renewIn(wait) {
    this.#cancelRenewal();
    this.#cancelRenewal =
      wait === undefined ? () => {} : this.#after(Math.min(wait, LONGEST), () => this.#renew());
  }

  /** Goes on under a fresh token. Without one, the connection ends with the old one. */
  async #renew() {
    this.#cancelRenewal();
    const link = this.#link;
    try {
      const token = await this.#token({ renew: true, failed: false });
      if (token && link === this.#link) {
        link?.send({ action: 'refreshToken', token });
        this.#renewIn(Math.max(RETRY, freshFor(token) ?? LONGEST));
      }
    } catch {
      if (link === this.#link) {
        this.#renewIn(RETRY);
      }
    }
  }

  #measure(ms) {
    this.#latency = ms;
    this.#own.emit('latency', ms);
  }

  #set(status) {
    this.#status = status;
    this.#own.emit('state', status);
  }
}

function timer(ms, work) {
  const id = setTimeout(work, ms);
  return () => clearTimeout(id);
}
