package dev.switchboard.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many per second and in one burst, written {@code 100/500}; or no limit, written {@code off}.
 */
public record Rate(long perSecond, long burst) {

  /** No limit at all. */
  public static final Rate OFF = new Rate(0, 0);

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

  public Rate {
    if (perSecond < 0 || burst < perSecond || (perSecond == 0 && burst != 0)) {
      throw new IllegalArgumentException(
          "a rate needs at least 1 a second and a burst that is no smaller: "
              + perSecond
              + "/"
              + burst);
    }
  }

  /** Reads {@code 100/500} (a second / burst) or {@code off}. */
  public static Rate parse(String text) {
    if (text.strip().equalsIgnoreCase("off")) {
      return OFF;
    }
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw new IllegalArgumentException(
          "a rate is like 100/500 (a second/burst), or off: " + text);
    }
    return new Rate(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
  }

  /** Whether there is no limit. */
  public boolean off() {
    return perSecond == 0;
  }
}
