package dev.switchboard.realtime;

import jakarta.websocket.CloseReason;
import java.util.Arrays;

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

  /** RFC 6455, 7.4.1, with what the IANA registry has added. */
  private static final int LAST_OF_PROTOCOL = 1015;

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

  /** A code in words; those that only clients use, of which there are thousands, are one. */
  static String known(int code) {
    boolean ours = Arrays.stream(values()).anyMatch(each -> each.code == code);
    return ours || (code >= 1000 && code <= LAST_OF_PROTOCOL) ? String.valueOf(code) : "other";
  }
}
