package dev.switchboard.chat;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.problem.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the texts look like that clients choose, as regular expressions. */
final class ChatForm {
  static final String TARGET_CHANNEL = "[A-Za-z0-9._-]{1,64}";
  static final String MESSAGE_TYPE = "standard|fifo";

  private static final Pattern USER = Pattern.compile("[^\\x00]{1,256}");

  private ChatForm() {}

  static String storable(String text) {
    if (text.indexOf(0) >= 0) {
      throw new IllegalArgumentException("a text with a NUL in it");
    }
    return text;
  }

  /** The query parameter {@code chatId}; a problem 400 where it is missing or malformed. */
  static String chatId(@Nullable String text) {
    return ChosenId.of("/chatId", text);
  }

  /** The query parameter {@code userId}; a problem 400 where it is missing or malformed. */
  static String userId(@Nullable String text) {
    if (text == null || !USER.matcher(text).matches()) {
      throw ProblemException.invalid("/userId", "must have 1 to 256 characters");
    }
    return text;
  }
}
