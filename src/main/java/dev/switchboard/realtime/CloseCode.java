package dev.switchboard.realtime;

import jakarta.websocket.CloseReason;

/**
 * Why the server closes a connection. A client comes back after 4000–4499, and not after 4500–4999.
 */
enum CloseCode implements CloseReason.CloseCode {
  TOO_LARGE(1009, "frame too large"),
  TOKEN_EXPIRED(4001, "token expired"),
  TOO_SLOW(4008, "too slow to keep up"),
  MAXIMUM_LIFETIME(4009, "maximum lifetime reached"),
  TOO_MANY_FRAMES(4029, "too many frames"),
  PROTOCOL_VIOLATION(4501, "protocol violation"),
  REMOVED(4503, "removed by an administrator"),
  TOO_MANY_CONNECTIONS(4504, "too many connections");

  private final int code;
  private final String reason;

  CloseCode(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  @Override
  public int getCode() {
    return code;
  }

  CloseReason reason() {
    return new CloseReason(this, reason);
  }
}
