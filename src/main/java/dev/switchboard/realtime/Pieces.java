package dev.switchboard.realtime;

import java.nio.charset.StandardCharsets;

/**
 * A message as it comes, in one piece or several. The container bounds each piece only, so that a
 * message without end would fill the memory.
 */
final class Pieces {
  private final int mostBytes;
  private final StringBuilder text = new StringBuilder();
  private int bytes;

  Pieces(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Takes the next piece; false when the message is too large with it. */
  boolean add(String piece) {
    bytes += piece.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > mostBytes) {
      text.setLength(0);
      return false;
    }
    text.append(piece);
    return true;
  }

  /** The whole message; the next piece begins another. */
  String take() {
    String whole = text.toString();
    text.setLength(0);
    bytes = 0;
    return whole;
  }
}
