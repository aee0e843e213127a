package dev.switchboard.stream;

import java.time.Instant;

/**
 * Where an entry stands in its stream.
 *
 * @param number 1, 2, 3 … without a hole, in the order of commits; 0 for an entry without a number
 * @param storedAt when it was stored; among numbered entries always later than the one in front
 */
public record Place(long number, Instant storedAt) {

  /** Whether the entry has a number. */
  public boolean isNumbered() {
    return number > 0;
  }
}
