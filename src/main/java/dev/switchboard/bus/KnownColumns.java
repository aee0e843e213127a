package dev.switchboard.bus;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of commands, each member as an array, for statements over many rows. */
final class KnownColumns {

  private KnownColumns() {}

  static Object ids(List<Envelope.Known> commands) {
    return commands.stream().map(Envelope.Known::id).toArray(UUID[]::new);
  }

  static Object kinds(List<Envelope.Known> commands) {
    return texts(commands, Envelope.Known::kind);
  }

  static Object authors(List<Envelope.Known> commands) {
    return texts(commands, Envelope.Known::author);
  }

  static Object userIds(List<Envelope.Known> commands) {
    return texts(commands, Envelope.Known::userId);
  }

  static <T> Object texts(List<T> rows, Function<T, @Nullable String> text) {
    return rows.stream().map(text).toArray(String[]::new);
  }
}
