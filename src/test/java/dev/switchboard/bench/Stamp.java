package dev.switchboard.bench;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What the text of a message tells of itself: of which run it is, its place among the messages of
 * the run, and the moment at which it was due, in nanoseconds.
 */
record Stamp(int run, int message, long due) {
  /** Characters of a text that carries a stamp. */
  static final int TEXT = 200;

  private static final byte FENCE = '^';
  private static final int LENGTH = 1 + 8 + 8 + 16 + 1;
  private static final HexFormat HEX = HexFormat.of();

  /** The text of the message: the stamp, and dots up to the full length. */
  String text() {
    String stamp = "^" + HEX.toHexDigits(run) + HEX.toHexDigits(message) + HEX.toHexDigits(due);
    return stamp + "^" + ".".repeat(TEXT - LENGTH);
  }

  /** The first stamp between the two places. */
  static Optional<Stamp> in(byte[] bytes, int from, int to) {
    for (int at = from; at <= to - LENGTH; at++) {
      if (bytes[at] == FENCE && bytes[at + LENGTH - 1] == FENCE) {
        return Optional.of(read(bytes, at + 1));
      }
    }
    return Optional.empty();
  }

  private static Stamp read(byte[] bytes, int from) {
    return new Stamp(
        (int) hex(bytes, from, 8), (int) hex(bytes, from + 8, 8), hex(bytes, from + 16, 16));
  }

  private static long hex(byte[] bytes, int from, int digits) {
    long value = 0;
    for (int at = from; at < from + digits; at++) {
      value = value << 4 | Character.digit(bytes[at], 16);
    }
    return value;
  }
}
