package dev.switchboard.realtime;

import dev.switchboard.platform.metric.Family;
import dev.switchboard.platform.metric.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Counter;

/** Counts what happens on this node: for ever, and within the last minute. */
@ApplicationScoped
class Tally {
  private final LastMinute subscriptions = new LastMinute(Tally::seconds);
  private final LastMinute broadcasts = new LastMinute(Tally::seconds);
  private final LastMinute staleRemovals = new LastMinute(Tally::seconds);
  private final Counter allSubscriptions;
  private final Counter allBroadcasts;
  private final Counter allStaleRemovals;
  private final Family<Counter> closures;

  @SuppressWarnings("NullAway")
  Tally() {
    allSubscriptions = null;
    allBroadcasts = null;
    allStaleRemovals = null;
    closures = null;
  }

  @Inject
  Tally(Meters meters) {
    allSubscriptions =
        meters.counter(
            "switchboard_subscriptions_begun", "Subscriptions that clients asked for and got");
    allBroadcasts =
        meters.counter(
            "switchboard_broadcasts", "Events that this node passed on to at least one follower");
    allStaleRemovals =
        meters.counter(
            "switchboard_stale_connections_removed",
            "Connections removed whose clients had fallen silent, or whose node had died");
    closures = meters.counters("switchboard_connections_closed", "Connections that ended", "code");
  }

  private static long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
  }

  /** A connection began to follow a stream. */
  void subscribed() {
    subscriptions.add(1);
    allSubscriptions.inc();
  }

  /** An event went out to those on this node that follow its stream. */
  void broadcast() {
    broadcasts.add(1);
    allBroadcasts.inc();
  }

  /** Connections were removed that their clients had left without a word. */
  void removedStale(long connections) {
    staleRemovals.add(connections);
    allStaleRemovals.inc(connections);
  }

  /** A connection ended with this close code. */
  void closed(int code) {
    closures.of(CloseCode.known(code)).inc();
  }

  Figures figures(long connections) {
    return new Figures(connections, subscriptions.sum(), broadcasts.sum(), staleRemovals.sum());
  }
}
