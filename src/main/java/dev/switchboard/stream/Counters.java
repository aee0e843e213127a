package dev.switchboard.stream;

import dev.switchboard.platform.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One row a stream: the number of its last entry, and its epoch. Who takes numbers, or begins an
 * epoch, holds the row until the transaction ends; so every entry is before or behind an epoch.
 * Rows are taken in the order of names, so that no two transactions wait for each other.
 */
@ApplicationScoped
class Counters {
  private static final String NEXT =
      """
      insert into stream as s (name, last_number, last_at)
      select name, count, clock_timestamp() from unnest(?, ?) as taken (name, count)
      on conflict (name) do update
        set last_number = s.last_number + excluded.last_number,
            last_at = greatest(s.last_at + excluded.last_number * interval '1 microsecond',
                clock_timestamp())
      returning name, last_number, last_at, epoch
      """;

  /** Entries without a number share the stream with each other, but not with a new epoch. */
  private static final String SHARE =
      "select pg_advisory_xact_lock_shared(1, hashtext(name)) from unnest(?) as wanted (name)";

  private static final String HOLD = "select pg_advisory_xact_lock(1, hashtext(?))";

  private static final String NOW =
      """
      select wanted.name, 0, clock_timestamp(), coalesce(stream.epoch, 0)
      from unnest(?) as wanted (name) left join stream on stream.name = wanted.name
      """;

  private static final String BEGIN_EPOCH =
      """
      insert into stream as s (name, last_number, last_at, epoch)
      values (?, 0, clock_timestamp(), 1)
      on conflict (name) do update set epoch = s.epoch + 1
      returning name, last_number, last_at, epoch
      """;

  private final Sql sql;

  @SuppressWarnings("NullAway")
  Counters() {
    this(null);
  }

  @Inject
  Counters(Sql sql) {
    this.sql = sql;
  }

  /**
   * The end of a stretch of places.
   *
   * @param last its last place
   * @param epoch how often the right to read the stream was withdrawn from somebody before
   */
  record Taken(String stream, Place last, long epoch) {

    /** The place of the one that has {@code behind} others behind it. */
    Place place(long behind) {
      return last.isNumbered()
          ? new Place(last.number() - behind, last.storedAt().minusNanos(1_000L * behind))
          : last;
    }
  }

  /** Takes numbers: how many, by the name of the stream. */
  Map<String, Taken> next(SortedMap<String, Long> counts) {
    if (counts.isEmpty()) {
      return Map.of();
    }
    String[] names = counts.keySet().toArray(String[]::new);
    return byStream(sql.query(NEXT, Counters::taken, names, counts.values().toArray(Long[]::new)));
  }

  /** The present of streams, in which entries without a number are stored. */
  Map<String, Taken> aside(SortedSet<String> streams) {
    if (streams.isEmpty()) {
      return Map.of();
    }
    String[] names = streams.toArray(String[]::new);
    sql.query(SHARE, row -> true, (Object) names);
    return byStream(sql.query(NOW, Counters::taken, (Object) names));
  }

  long beginEpoch(StreamName stream) {
    sql.query(HOLD, row -> true, stream.toString());
    return sql.query(BEGIN_EPOCH, Counters::taken, stream.toString()).get(0).epoch();
  }

  private static Map<String, Taken> byStream(List<Taken> taken) {
    return taken.stream().collect(Collectors.toMap(Taken::stream, Function.identity()));
  }

  private static Taken taken(ResultSet row) throws SQLException {
    Instant at = Sql.instant(row, 3);
    return new Taken(row.getString(1), new Place(row.getLong(2), at), row.getLong(4));
  }
}
