package dev.switchboard.bus;

import dev.switchboard.platform.metric.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;

/** Counts the events between nodes. */
@ApplicationScoped
class EventCounts {
  private final Counter published;
  private final Counter received;

  @SuppressWarnings("NullAway")
  EventCounts() {
    published = null;
    received = null;
  }

  @Inject
  EventCounts(Meters meters) {
    published =
        meters.counter(
            "switchboard_events_published", "Events that this node told the others by the topic");
    received =
        meters.counter(
            "switchboard_events_received", "Events that other nodes told this one by the topic");
  }

  void published(int events) {
    published.inc(events);
  }

  void received(int events) {
    received.inc(events);
  }
}
