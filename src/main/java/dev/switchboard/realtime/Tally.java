package dev.switchboard.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Counts what happens on this node, minute by minute. */
@ApplicationScoped
class Tally {
  private final LastMinute subscriptions = new LastMinute(Tally::seconds);
  private final LastMinute broadcasts = new LastMinute(Tally::seconds);
  private final LastMinute staleRemovals = new LastMinute(Tally::seconds);

  private static long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
  }

  /** A connection began to follow a stream. */
  void subscribed() {
    subscriptions.add(1);
  }

  /** An event reached this node and somebody here follows its stream. */
  void broadcast() {
    broadcasts.add(1);
  }

  /** Connections were removed that their clients had left without a word. */
  void removedStale(long connections) {
    staleRemovals.add(connections);
  }

  Figures figures(long connections) {
    return new Figures(connections, subscriptions.sum(), broadcasts.sum(), staleRemovals.sum());
  }
}
