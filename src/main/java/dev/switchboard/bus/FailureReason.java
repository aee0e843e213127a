package dev.switchboard.bus;

import java.util.stream.Stream;

/** Why a command could not be carried out, in words that repeat nothing of the command. */
final class FailureReason {
  private static final int LONGEST = 1_000;
  private static final int SHORTEST_HIDDEN = 4;
  private static final int DEEPEST_CHAIN = 32;

  private FailureReason() {}

  /** The class of the root cause, and the first line of its message: others tell of the data. */
  static String of(Throwable failure, BodyText body) {
    Throwable root = root(failure);
    String type = root.getClass().getName();
    String message = root.getMessage();
    if (message == null || message.isBlank() || quotesItsInput(type)) {
      return type;
    }
    String reason = type + ": " + without(body, message).lines().findFirst().orElse("");
    return reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
  }

  private static Throwable root(Throwable failure) {
    return Stream.iterate(failure, link -> link != null, Throwable::getCause)
        .limit(DEEPEST_CHAIN)
        .reduce((outer, inner) -> inner)
        .orElse(failure);
  }

  /** The parsers of JSON say what they met in place of what they expected. */
  private static boolean quotesItsInput(String type) {
    return type.startsWith("jakarta.json.") || type.contains(".json.") || type.contains("yasson");
  }

  private static String without(BodyText body, String message) {
    String rest = message;
    for (String text : body.texts()) {
      if (text.length() >= SHORTEST_HIDDEN) {
        rest = rest.replace(text, "…");
      }
    }
    return rest;
  }
}
