package dev.switchboard.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the entries of streams. */
@ApplicationScoped
@Transactional
public class History {
  /** A moment before which everything is. */
  public static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /** An id that none is above. */
  public static final UUID HIGHEST = new UUID(-1, -1);

  /** By the clock of the database, which entries are stored by. */
  private static final String NUMBER_BEFORE =
      """
      select coalesce(max(number), 0) from stream_entry
      where kind = :kind and stream = :stream
        and stored_at < clock_timestamp() - make_interval(secs => :seconds)
      """;

  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** The entries with a number above {@code number}, in order; at most {@code limit}. */
  public List<Entry> after(StreamName stream, @Nullable String label, long number, int limit) {
    return byNumber(stream, label, "e.number > :number", "asc", number, limit);
  }

  /** The entries with a number below {@code number}, the latest first; at most {@code limit}. */
  public List<Entry> before(StreamName stream, @Nullable String label, long number, int limit) {
    return byNumber(stream, label, "e.number < :number", "desc", number, limit);
  }

  private List<Entry> byNumber(
      StreamName stream,
      @Nullable String label,
      String bound,
      String direction,
      long number,
      int limit) {
    String labelled = label == null ? "" : " and e.label = :label";
    TypedQuery<Entry> query =
        entities
            .createQuery(
                "select e from Entry e where e.kind = :kind and e.stream = :stream and "
                    + bound
                    + labelled
                    + " order by e.number "
                    + direction,
                Entry.class)
            .setParameter("kind", stream.kind())
            .setParameter("stream", stream.toString())
            .setParameter("number", number)
            .setMaxResults(limit);
    if (label != null) {
      query.setParameter("label", label);
    }
    return query.getResultList();
  }

  /**
   * What a user wrote in the streams of a kind, the latest first.
   *
   * @param before only what was stored before this moment, or at it under a lower id
   */
  public List<Entry> byAuthor(String kind, String author, Instant before, UUID id, int limit) {
    return entities
        .createQuery(
            """
            select e from Entry e where e.kind = :kind and e.author = :author
              and (e.storedAt, e.id) < (:before, :id)
            order by e.storedAt desc, e.id desc
            """,
            Entry.class)
        .setParameter("kind", kind)
        .setParameter("author", author)
        .setParameter("before", before)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }

  /** What a user wrote last in the streams of a kind, the latest first. */
  public List<Entry> byAuthor(String kind, String author, int limit) {
    return byAuthor(kind, author, LATEST, HIGHEST, limit);
  }

  /**
   * The entries of a stream from a span of time, the latest first.
   *
   * @param before only what was stored before this moment, or at it under a lower id
   */
  public List<Entry> latest(StreamName stream, Instant from, Instant before, UUID id, int limit) {
    return entities
        .createQuery(
            """
            select e from Entry e where e.kind = :kind and e.stream = :stream
              and e.storedAt >= :from and e.storedAt <= :before
              and (e.storedAt, e.id) < (:before, :id)
            order by e.storedAt desc, e.id desc
            """,
            Entry.class)
        .setParameter("kind", stream.kind())
        .setParameter("stream", stream.toString())
        .setParameter("from", from)
        .setParameter("before", before)
        .setParameter("id", id)
        .setMaxResults(limit)
        .getResultList();
  }

  /** The entries that a command brought about, one a stream, at or after a moment. */
  public List<Entry> of(UUID id, Instant notBefore) {
    return entities
        .createQuery("select e from Entry e where e.id = :id and e.storedAt >= :from", Entry.class)
        .setParameter("id", id)
        .setParameter("from", notBefore)
        .getResultList();
  }

  /** The number of the entry that was a stream's last some time ago; 0 where there was none. */
  public long numberBefore(StreamName stream, Duration ago) {
    return ((Number)
            entities
                .createNativeQuery(NUMBER_BEFORE)
                .setParameter("kind", stream.kind())
                .setParameter("stream", stream.toString())
                .setParameter("seconds", ago.toMillis() / 1_000.0)
                .getSingleResult())
        .longValue();
  }

  /** How many entries for subscribers have a number above {@code after} and up to {@code upTo}. */
  public long countPushed(StreamName stream, long after, long upTo) {
    return entities
        .createQuery(
            """
            select count(e) from Entry e where e.kind = :kind and e.stream = :stream
              and e.number > :after and e.number <= :upTo and e.pushed = true
            """,
            Long.class)
        .setParameter("kind", stream.kind())
        .setParameter("stream", stream.toString())
        .setParameter("after", after)
        .setParameter("upTo", upTo)
        .getSingleResult();
  }
}
