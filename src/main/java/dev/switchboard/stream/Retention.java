package dev.switchboard.stream;

import dev.switchboard.platform.Repetition;
import dev.switchboard.platform.log.LogEvent;
import dev.switchboard.platform.schema.SchemaReady;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes room for entries that are kept for a time, a week ahead, and removes what has been kept for
 * long enough, a whole day at a time. The numbers of a stream go on after it.
 */
@ApplicationScoped
public class Retention {
  private static final Logger LOG = System.getLogger(Retention.class.getName());
  private static final int DAYS_AHEAD = 7;

  private final Partitions partitions;
  private final Map<String, Duration> retentions;
  private final Clock clock;
  private volatile Instant roomUntil = Instant.MIN;

  @SuppressWarnings("NullAway")
  Retention() {
    this(null, Map.of(), null);
  }

  @Inject
  Retention(Partitions partitions, @Any Instance<StreamKind> kinds, Clock clock) {
    this(partitions, retentionsOf(kinds), clock);
  }

  Retention(Partitions partitions, Map<String, Duration> retentions, Clock clock) {
    this.partitions = partitions;
    this.retentions = retentions;
    this.clock = clock;
  }

  private static Map<String, Duration> retentionsOf(Instance<StreamKind> kinds) {
    return kinds.stream()
        .filter(kind -> kind.retention().isPresent())
        .collect(Collectors.toMap(StreamKind::kind, kind -> kind.retention().orElseThrow()));
  }

  void start(@Observes SchemaReady event) {
    safely(this::round);
  }

  void begin(@Observes Startup event, Repetition repetition) {
    repetition.every(Duration.ofHours(1), () -> safely(this::round));
  }

  private static void safely(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Partitions were not looked after; tried again later: {0}", e);
    }
  }

  /**
   * Returns once there is room for what is stored now.
   *
   * @throws dev.switchboard.platform.problem.ProblemException UNAVAILABLE when it cannot be made
   */
  public void ready() {
    if (!clock.instant().isBefore(roomUntil)) {
      makeRoom(partitions.now());
    }
  }

  private void round() {
    round(partitions.now());
  }

  void round(Instant now) {
    makeRoom(now);
    retentions.forEach((kind, kept) -> dropWhatEnded(kind, now.minus(kept)));
  }

  /** From yesterday on, for clocks that are not quite together around midnight. */
  private void makeRoom(Instant now) {
    LocalDate today = dayOf(now);
    for (String kind : retentions.keySet()) {
      Set<LocalDate> there = partitions.days(kind);
      today
          .minusDays(1)
          .datesUntil(today.plusDays(DAYS_AHEAD + 1))
          .filter(day -> !there.contains(day))
          .forEach(day -> partitions.create(kind, day));
    }
    roomUntil = startOf(today.plusDays(DAYS_AHEAD));
  }

  private void dropWhatEnded(String kind, Instant horizon) {
    partitions.days(kind).stream()
        .filter(day -> !startOf(day.plusDays(1)).isAfter(horizon))
        .forEach(day -> safely(() -> drop(kind, day)));
  }

  private void drop(String kind, LocalDate day) {
    if (partitions.drop(kind, day)) {
      LogEvent.CLEANUP.log("kind", kind, "day", day);
    }
  }

  private static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
