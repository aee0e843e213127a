package dev.switchboard.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads how far streams have come. */
@ApplicationScoped
@Transactional
public class Heads {
  static final String STREAMS =
      """
      select name, last_at from stream
      where name > :after and name < :end and last_number > 0
      order by name limit :limit
      """;

  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  /** How far a stream has come. */
  public Head of(StreamName stream) {
    return of(List.of(stream.toString())).getOrDefault(stream.toString(), Head.NONE);
  }

  /** How far streams have come: those of them that have begun. */
  @SuppressWarnings("unchecked")
  public Map<String, Head> of(Collection<String> names) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select name, last_number, epoch from stream where name = any(:names)")
            .setParameter("names", names.toArray(String[]::new))
            .getResultList();
    return rows.stream().collect(Collectors.toMap(row -> (String) row[0], Heads::headOf));
  }

  private static Head headOf(Object[] row) {
    return new Head(((Number) row[1]).longValue(), ((Number) row[2]).longValue());
  }

  /** The epoch that the stream of an entry is in. */
  public long epoch(Entry entry) {
    return of(List.of(entry.stream())).getOrDefault(entry.stream(), Head.NONE).epoch();
  }

  /** The streams of a kind that have entries, behind an id in the order of ids. */
  @SuppressWarnings("unchecked")
  public List<StreamActivity> active(String kind, String afterId, int limit) {
    String prefix = kind + ":";
    List<Object[]> rows =
        entities
            .createNativeQuery(STREAMS, Object[].class)
            .setParameter("after", prefix + afterId)
            .setParameter("end", kind + ";")
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new StreamActivity(((String) row[0]).substring(prefix.length()), (Instant) row[1]))
        .toList();
  }
}
