const PROTOCOL = 'switchboard.v1.lines';

/** One WebSocket, from its opening to its end. */
export class Link {
  #socket;
  #onEnd;
  #welcomed = false;

  /** Calls `onFrame(frame)` for each frame, and `onEnd({code, reason})` once. */
  constructor({ url, token, WebSocket, onFrame, onEnd }) {
    this.#onEnd = onEnd;
    this.#socket = new WebSocket(url, [PROTOCOL, `bearer.${token}`]);
    this.#socket.onmessage = ({ data }) => {
      for (const line of data.split('\n')) {
        const frame = JSON.parse(line);
        this.#welcomed ||= frame.type === 'welcome';
        onFrame(frame);
      }
    };
    this.#socket.onclose = ({ code, reason }) => this.#end({ code, reason });
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
    this.#socket.close();
    this.#end({ code, reason });
  }

  #end(close) {
    const onEnd = this.#onEnd;
    this.#onEnd = () => {};
    this.#welcomed = false;
    this.#socket.onmessage = null;
    onEnd(close);
  }
}
