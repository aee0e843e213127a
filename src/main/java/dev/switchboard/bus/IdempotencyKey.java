package dev.switchboard.bus;

import dev.switchboard.platform.Printable;
import dev.switchboard.platform.problem.ProblemException;

/** A client's name for one attempt to change something: 1 to 128 printable ASCII characters. */
record IdempotencyKey(String value) {
  static IdempotencyKey of(String value) {
    if (!Printable.is(value)) {
      throw ProblemException.invalid(
          "/Idempotency-Key", "The Idempotency-Key header holds 1 to 128 printable characters.");
    }
    return new IdempotencyKey(value);
  }
}
