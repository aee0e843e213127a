package dev.switchboard.platform;

import dev.switchboard.platform.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of ids that clients choose: of chats, rooms and posts. */
public final class ChosenId {

  /** The form, as a regular expression. */
  public static final String FORM = "[A-Za-z0-9._:-]{1,128}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private ChosenId() {}

  /** Whether a text is one. */
  public static boolean is(String text) {
    return PATTERN.matcher(text).matches();
  }

  /**
   * Reads one.
   *
   * @param pointer names the parameter in the problem, {@code /roomId} say
   * @throws ProblemException 400 where it is missing or malformed
   */
  public static String of(String pointer, @Nullable String text) {
    if (text == null || !is(text)) {
      throw ProblemException.invalid(pointer, "must match \"" + FORM + "\"");
    }
    return text;
  }
}
