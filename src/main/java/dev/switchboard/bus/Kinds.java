package dev.switchboard.bus;

import java.util.Locale;
import java.util.regex.Pattern;

/** The public word for a type of command: {@code PostMessage} is {@code post-message}. */
final class Kinds {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private static final ClassValue<String> WORDS =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return HUMP.matcher(type.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
        }
      };

  private Kinds() {}

  static String of(Class<? extends Command> type) {
    return WORDS.get(type);
  }
}
