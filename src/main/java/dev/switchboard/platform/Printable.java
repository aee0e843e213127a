package dev.switchboard.platform;

import java.util.regex.Pattern;

/** The form of short texts that clients choose: 1 to 128 printable ASCII characters. */
public final class Printable {

  /** The form, as a regular expression. */
  public static final String FORM = "[\\x20-\\x7E]{1,128}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private Printable() {}

  /** Whether a text is one. */
  public static boolean is(String text) {
    return PATTERN.matcher(text).matches();
  }
}
