package dev.switchboard.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;

/**
 * One row a stream: the number of its last entry, and its epoch. Who takes a number, or begins an
 * epoch, holds the row until the transaction ends; so every entry is before or behind an epoch.
 */
@ApplicationScoped
class Counters {
  private static final String NEXT =
      """
      insert into stream as s (name, last_number, last_at) values (:name, 1, clock_timestamp())
      on conflict (name) do update
        set last_number = s.last_number + 1,
            last_at = greatest(s.last_at + interval '1 microsecond', clock_timestamp())
      returning last_number, last_at, epoch
      """;

  /** Entries without a number share the stream with each other, but not with a new epoch. */
  private static final String SHARE =
      "select cast(pg_advisory_xact_lock_shared(1, hashtext(:name)) as text)";

  private static final String HOLD =
      "select cast(pg_advisory_xact_lock(1, hashtext(:name)) as text)";

  private static final String NOW =
      """
      select 0, clock_timestamp(), coalesce((select epoch from stream where name = :name), 0)
      """;

  private static final String BEGIN_EPOCH =
      """
      insert into stream as s (name, last_number, last_at, epoch)
      values (:name, 0, clock_timestamp(), 1)
      on conflict (name) do update set epoch = s.epoch + 1
      returning last_number, last_at, epoch
      """;

  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /**
   * A place, and the epoch that it lies in.
   *
   * @param epoch how often the right to read the stream was withdrawn from somebody before
   */
  record Taken(Place place, long epoch) {}

  Taken next(StreamName stream) {
    return take(NEXT, stream);
  }

  Taken aside(StreamName stream) {
    row(SHARE, stream);
    return take(NOW, stream);
  }

  long beginEpoch(StreamName stream) {
    row(HOLD, stream);
    return take(BEGIN_EPOCH, stream).epoch();
  }

  private Taken take(String statement, StreamName stream) {
    Object[] row = (Object[]) row(statement, stream);
    long number = ((Number) row[0]).longValue();
    return new Taken(new Place(number, (Instant) row[1]), ((Number) row[2]).longValue());
  }

  private Object row(String statement, StreamName stream) {
    return entities
        .createNativeQuery(statement)
        .setParameter("name", stream.toString())
        .getSingleResult();
  }
}
