import { Backoff, mayReturn, retryAfter } from './backoff.js';
import { Heartbeat } from './heartbeat.js';
import { Link } from './link.js';
import { kindOf } from './streams.js';
import { Tokens } from './tokens.js';

/** How long an attempt may take, from the question for a token to the server's welcome. */
const PATIENCE = 15_000;

/** How long a connection must last before the waits begin anew: longer than a pong is waited for. */
const LASTING = 10_000;

/** How long a pong may take when the browser says that the network has gone. */
const SUSPICION = 2_000;

/** One connection that lasts: when its link breaks, it waits and takes another. */
export class Connection {
  #socket;
  #after;
  #backoff;
  #tokens;
  #heartbeat;
  #onFrame;
  #onState;
  #link;
  #status = { state: 'idle' };
  #cancel = () => {};

  /**
   * Opens sockets as `socket` says (`{url, WebSocket}`), with tokens from `token`; calls
   * `onState(status)`, `onLatency(ms)` and `onFrame(frame)`.
   */
  constructor({ socket, token, random, after, onState, onLatency, onFrame }) {
    this.#socket = socket;
    this.#after = after;
    this.#onState = onState;
    this.#onFrame = onFrame;
    this.#backoff = new Backoff({ random });
    this.#tokens = new Tokens({ ask: token, send: (frame) => this.send(frame), after });
    this.#heartbeat = new Heartbeat({
      after,
      ask: (requestId) => this.send({ action: 'ping', requestId }),
      measured: () => onLatency(this.latency),
      lost: () => this.#link.drop(1006, 'no pong'),
    });
    globalThis.addEventListener?.('online', () => this.#hurry());
    globalThis.addEventListener?.('offline', () => this.#suspect());
  }

  /** How it stands: see `State` of the client. */
  get status() {
    return this.#status;
  }

  get isOpen() {
    return this.#status.state === 'open';
  }

  /** How long the last ping took, in milliseconds; undefined without a connection. */
  get latency() {
    return this.#heartbeat.latency;
  }

  /** Connects, unless that is under way. */
  connect() {
    if (['idle', 'signedOut', 'closed'].includes(this.#status.state)) {
      this.#backoff.reset();
      this.#open();
    }
  }

  /** Ends it, for as long as nobody calls `connect()`. */
  close() {
    this.#leave();
    this.#set({ state: 'closed' });
  }

  /** Sends a frame if it is open; says whether it was. */
  send(frame) {
    return this.#link?.send(frame) ?? false;
  }

  #open() {
    this.#leave();
    this.#link = new Link({
      ...this.#socket,
      token: () => this.#tokens.take(),
      onFrame: (frame) => this.#take(frame),
      onEnd: (close) => this.#ended(close),
    });
    this.#next(PATIENCE, () => this.#link.drop(1006, 'no welcome'));
    this.#set({ state: 'connecting' });
  }

  #leave() {
    this.#rest();
    this.#link?.leave();
  }

  #ended({ code, reason, signedOut }) {
    this.#rest();
    if (signedOut) {
      this.#set({ state: 'signedOut' });
    } else if (mayReturn(code)) {
      const asked = retryAfter(reason);
      this.#retry(asked ?? this.#backoff.next(), asked !== undefined);
    } else {
      this.#set({ state: 'closed', code });
    }
  }

  #rest() {
    this.#cancel();
    this.#heartbeat.stop();
    this.#tokens.rest();
  }

  #retry(wait, asked) {
    const state = navigator.onLine === false ? 'offline' : 'waiting';
    this.#next(wait, () => this.#open());
    this.#set({ state, retryAt: Date.now() + wait, asked });
  }

  /** What happens in a while, if nothing else happens before. */
  #next(wait, work) {
    this.#cancel();
    this.#cancel = this.#after(wait, work);
  }

  /** The network is back: there is no need to wait, unless the server asked to. */
  #hurry() {
    const { state, asked } = this.#status;
    if (['connecting', 'waiting', 'offline'].includes(state) && !asked) {
      this.#open();
    }
  }

  #suspect() {
    if (this.isOpen) {
      this.#heartbeat.start(SUSPICION);
    } else if (this.#status.state === 'waiting') {
      this.#set({ ...this.#status, state: 'offline' });
    }
  }

  #take(frame) {
    switch (kindOf(frame)) {
      case 'welcome':
        this.#welcomed(frame);
        break;
      case 'pong':
        this.#heartbeat.pong(frame);
        break;
      case 'tokenExpiring':
        this.#tokens.renew();
        break;
      default:
    }
    this.#onFrame(frame);
  }

  #welcomed({ node, connectionId }) {
    this.#next(LASTING, () => this.#backoff.reset());
    this.#tokens.watch();
    this.#heartbeat.start();
    this.#set({ state: 'open', node, connectionId });
  }

  #set(status) {
    this.#status = status;
    this.#onState(status);
  }
}
