package dev.switchboard.bench;

/**
 * What went wrong, counted over all subscribers.
 *
 * @param lost accepted by the server, but never delivered
 * @param repeated delivered again, or under a second number
 * @param outOfOrder after a higher number, after a later message of the same sender where the order
 *     is promised, or under another number than elsewhere
 * @param holes numbers that are missing between the first and the last
 */
record Findings(long lost, long repeated, long outOfOrder, long holes) {
  static final Findings NONE = new Findings(0, 0, 0, 0);

  boolean isClean() {
    return equals(NONE);
  }

  Findings plus(Findings other) {
    return new Findings(
        lost + other.lost,
        repeated + other.repeated,
        outOfOrder + other.outOfOrder,
        holes + other.holes);
  }
}
