package dev.switchboard.stream;

import dev.switchboard.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Stores entries, many by one statement. */
@ApplicationScoped
class Entries {
  private static final String INSERT =
      """
      insert into stream_entry
        (id, kind, stream, number, label, author, pushed, stored_at, frame)
      select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Sql sql;

  @SuppressWarnings("NullAway")
  Entries() {
    this(null);
  }

  @Inject
  Entries(Sql sql) {
    this.sql = sql;
  }

  void insert(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    sql.update(
        INSERT,
        column(entries, Entry::id, UUID[]::new),
        column(entries, Entry::kind, String[]::new),
        column(entries, Entry::stream, String[]::new),
        column(entries, entry -> entry.number() == 0 ? null : entry.number(), Long[]::new),
        column(entries, Entry::label, String[]::new),
        column(entries, Entry::author, String[]::new),
        column(entries, Entry::isPushed, Boolean[]::new),
        column(entries, Entry::storedAt, Instant[]::new),
        column(entries, Entry::frame, String[]::new));
  }

  private static <T> Object column(
      List<Entry> entries, Function<Entry, T> value, IntFunction<T[]> array) {
    return entries.stream().map(value).toArray(array);
  }
}
