package dev.switchboard.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** A node's looking after the partitions of a kind, done on a database at any moment. */
public record RetentionRound(Partitions partitions, Retention retention, String kind) {

  public static RetentionRound on(TestDatabase database, String kind, Duration kept) {
    Partitions partitions = new Partitions(database.dataSource());
    Retention retention = new Retention(partitions, Map.of(kind, kept), Clock.systemUTC());
    return new RetentionRound(partitions, retention, kind);
  }

  public void make(LocalDate day) {
    partitions.create(kind, day);
  }

  public Set<LocalDate> days() {
    return partitions.days(kind);
  }

  /** One round, now. */
  public void round() {
    retention.round(partitions.now());
  }
}
