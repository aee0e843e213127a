const PROTOCOL = 'switchboard.v1.lines';

/** One attempt at a connection, from the question for its token to the end of its socket. */
export class Link {
  #socket;
  #onFrame;
  #onEnd;
  #welcomed = false;

  /**
   * Calls `onFrame(frame)` for each frame, and once `onEnd({code, reason})`, with `signedOut` if
   * `token()` gave none.
   */
  constructor({ url, token, WebSocket, onFrame, onEnd }) {
    this.#onFrame = onFrame;
    this.#onEnd = onEnd;
    this.#open(url, token, WebSocket);
  }

  /** Sends a frame if the server has welcomed us; says whether it did. */
  send(frame) {
    if (!this.#welcomed || this.#socket.readyState !== 1) {
      return false;
    }
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Ends it at once, without waiting for a server that may be gone. */
  drop(code, reason) {
    this.#end({ code, reason });
    this.#socket?.close();
  }

  /** Ends it, and says no more. */
  leave() {
    this.#onEnd = undefined;
    this.drop();
  }

  async #open(url, token, WebSocket) {
    let value;
    try {
      value = await token();
    } catch {
      this.#end({ code: 1006, reason: 'no token could be had' });
      return;
    }
    if (!value) {
      this.#end({ signedOut: true });
    } else if (this.#onEnd) {
      this.#connect(new WebSocket(url, [PROTOCOL, `bearer.${value}`]));
    }
  }

  #connect(socket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => data.split('\n').forEach((line) => this.#take(JSON.parse(line)));
    socket.onclose = ({ code, reason }) => this.#end({ code, reason });
  }

  #take(frame) {
    this.#welcomed ||= frame.type === 'welcome';
    this.#onFrame?.(frame);
  }

  #end(close) {
    const onEnd = this.#onEnd;
    this.#onEnd = undefined;
    this.#onFrame = undefined;
    this.#welcomed = false;
    onEnd?.(close);
  }
}
