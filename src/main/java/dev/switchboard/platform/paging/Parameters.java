package dev.switchboard.platform.paging;

import dev.switchboard.platform.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads query parameters. */
public final class Parameters {

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");

  private Parameters() {}

  /**
   * Reads a whole number, 0 or above.
   *
   * @param pointer names the parameter in the problem, {@code /afterSequence} say
   * @throws ProblemException 400 for anything else
   */
  public static long number(String pointer, String text) {
    if (!WHOLE.matcher(text).matches()) {
      throw ProblemException.invalid(pointer, "must be a whole number, 0 or above");
    }
    return Long.parseLong(text);
  }

  /**
   * A text that may be looked for; absent where there is none.
   *
   * @throws ProblemException 400 for one with a NUL, which no stored text has
   */
  public static @Nullable String text(String pointer, @Nullable String text) {
    if (text != null && text.indexOf(0) >= 0) {
      throw ProblemException.invalid(pointer, "must be text without NUL");
    }
    return text;
  }
}
