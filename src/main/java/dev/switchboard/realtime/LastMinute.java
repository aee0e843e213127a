package dev.switchboard.realtime;

import java.util.function.LongSupplier;

/** Counts what happened within the last 60 seconds, to the second. */
final class LastMinute {
  private static final int SECONDS = 60;

  private final LongSupplier seconds;
  private final long[] counts = new long[SECONDS];
  private long now;

  /**
   * @param seconds a clock that counts seconds from anywhere
   */
  LastMinute(LongSupplier seconds) {
    this.seconds = seconds;
    now = seconds.getAsLong();
  }

  synchronized void add(long count) {
    advance();
    counts[Math.floorMod(now, SECONDS)] += count;
  }

  synchronized long sum() {
    advance();
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  private void advance() {
    long next = seconds.getAsLong();
    for (long second = Math.max(now + 1, next - SECONDS + 1); second <= next; second++) {
      counts[Math.floorMod(second, SECONDS)] = 0;
    }
    now = Math.max(now, next);
  }
}
