package dev.switchboard.audit;

import dev.switchboard.audit.Stretch.Received;
import java.util.HashSet;
import java.util.Set;

/**
 * Compares what a reader received of a stream with what is stored. Within one subscription every
 * entry for subscribers behind its beginning is expected once and in order, up to the last one that
 * came; nothing is expected of the time between two subscriptions, unless the later one asks for it
 * by its {@code since}. What the server declared a gap is no hole.
 */
public final class DeliveryAudit {
  private final boolean toTheEnd;

  private DeliveryAudit(boolean toTheEnd) {
    this.toTheEnd = toTheEnd;
  }

  /** An audit of readers who may have left at any time. */
  public static DeliveryAudit ofWhatCame() {
    return new DeliveryAudit(false);
  }

  /** An audit of readers who waited for the last entry before they left. */
  public static DeliveryAudit toTheEnd() {
    return new DeliveryAudit(true);
  }

  /** What is wrong with what a reader received of a stream. */
  public Findings compare(ReaderLog log, String stream, StoredStream stored) {
    return log.stretches(stream).stream()
        .map(stretch -> compare(stretch, stored, toTheEnd && log.isOpen(stream, stretch)))
        .reduce(Findings.NONE, Findings::plus);
  }

  private static Findings compare(Stretch stretch, StoredStream stored, boolean complete) {
    Set<Long> seen = new HashSet<>();
    long highest = 0;
    long repeats = 0;
    long reorderings = 0;
    long strangers = 0;
    for (Received each : stretch.received()) {
      if (stretch.isBeforeStart(each.number()) || !seen.add(each.number())) {
        repeats++;
      } else if (each.number() < highest) {
        reorderings++;
      }
      if (isStranger(each, stored)) {
        strangers++;
      }
      highest = Math.max(highest, each.number());
    }
    long end = complete ? Math.max(highest, stored.head()) : highest;
    long holes =
        stored
            .numbers(stretch.start(stored), end)
            .filter(number -> !seen.contains(number) && !stretch.isGap(number))
            .count();
    return new Findings(stretch.received().size(), holes, repeats, reorderings, strangers);
  }

  private static boolean isStranger(Received entry, StoredStream stored) {
    String id = stored.id(entry.number());
    return id == null
        ? stored.keeps(entry.number())
        : entry.id().map(told -> !told.equals(id)).orElse(false);
  }
}
