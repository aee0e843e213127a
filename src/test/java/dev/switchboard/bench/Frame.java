package dev.switchboard.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Finds the messages in a frame without parsing it: one JSON object, or several, one a line. */
final class Frame {
  private static final byte[] NUMBER = "\"sequenceNumber\":".getBytes(US_ASCII);

  /** Takes a message that was found in a frame. */
  interface Sink {
    void message(Stamp stamp, int sequenceNumber);
  }

  private Frame() {}

  /** Hands on each stamped message of the frame, which is the first bytes of the array. */
  static void scan(byte[] bytes, int length, Sink sink) {
    int from = 0;
    while (from < length) {
      int start = from;
      int end = lineEnd(bytes, from, length);
      Stamp.in(bytes, start, end)
          .ifPresent(stamp -> sink.message(stamp, sequenceNumber(bytes, start, end)));
      from = end + 1;
    }
  }

  private static int lineEnd(byte[] bytes, int from, int length) {
    int end = from;
    while (end < length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  /** From the end, since the number is written last. */
  private static int sequenceNumber(byte[] bytes, int from, int to) {
    for (int at = to - NUMBER.length; at >= from; at--) {
      if (bytes[at] == '"'
          && Arrays.equals(bytes, at, at + NUMBER.length, NUMBER, 0, NUMBER.length)) {
        return number(bytes, at + NUMBER.length, to);
      }
    }
    throw new IllegalArgumentException("a message without a number");
  }

  private static int number(byte[] bytes, int from, int to) {
    int value = 0;
    int at = from;
    while (at < to && bytes[at] == ' ') {
      at++;
    }
    while (at < to && Character.isDigit(bytes[at])) {
      value = value * 10 + bytes[at++] - '0';
    }
    return value;
  }
}
