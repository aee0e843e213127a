package dev.switchboard.platform.paging;

import dev.switchboard.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** How many items a page may have: 1 to 100, and 50 unless asked for. */
public record Limit(int value) {

  private static final int LARGEST = 100;
  private static final int STANDARD = 50;

  public Limit {
    if (value < 1 || value > LARGEST) {
      throw refused();
    }
  }

  /** Reads the query parameter {@code limit}; a problem 400 for anything but 1 to 100. */
  public static Limit of(@Nullable String text) {
    if (text == null) {
      return new Limit(STANDARD);
    }
    try {
      return new Limit(Integer.parseInt(text));
    } catch (NumberFormatException noNumber) {
      throw refused();
    }
  }

  /** How many rows to read in order to know whether there is a next page. */
  public int plusOne() {
    return value + 1;
  }

  private static ProblemException refused() {
    return ProblemException.invalid("/limit", "must be a number from 1 to " + LARGEST);
  }
}
