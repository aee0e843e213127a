package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import java.util.regex.Pattern;

/** A client's name for one attempt to change something: 1 to 128 printable ASCII characters. */
record IdempotencyKey(String value) {
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]{1,128}");

  static IdempotencyKey of(String value) {
    if (!PRINTABLE.matcher(value).matches()) {
      throw ProblemException.invalid(
          "/Idempotency-Key", "The Idempotency-Key header holds 1 to 128 printable characters.");
    }
    return new IdempotencyKey(value);
  }
}
