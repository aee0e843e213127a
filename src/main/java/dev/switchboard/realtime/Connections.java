package dev.switchboard.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.annotation.Gauge;

/** This node's registry of live connections. */
@ApplicationScoped
public class Connections {
  private final Map<String, Connection> byId = new ConcurrentHashMap<>();
  private final Map<String, Integer> countByUser = new ConcurrentHashMap<>();

  /** Adds a connection; false when its user has {@code limit} already. */
  boolean add(Connection connection, int limit) {
    String user = connection.caller().userId();
    int count = countByUser.merge(user, 1, Integer::sum);
    byId.put(connection.id(), connection);
    return count <= limit;
  }

  void remove(Connection connection) {
    if (byId.remove(connection.id()) != null) {
      countByUser.computeIfPresent(
          connection.caller().userId(), (user, count) -> count == 1 ? null : count - 1);
    }
  }

  Optional<Connection> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  Collection<Connection> all() {
    return byId.values();
  }

  /** How many connections this node holds. */
  @Gauge(
      name = "switchboard_connections",
      description = "Open connections",
      unit = MetricUnits.NONE,
      absolute = true)
  public int count() {
    return byId.size();
  }

  /** How many streams they follow, each counted for itself. */
  @Gauge(
      name = "switchboard_subscriptions",
      description = "Streams that open connections follow",
      unit = MetricUnits.NONE,
      absolute = true)
  public int subscriptions() {
    return byId.values().stream().mapToInt(each -> each.subscriptions().size()).sum();
  }

  /** How many frames wait in their outboxes. */
  @Gauge(
      name = "switchboard_outbox_frames",
      description = "Frames that wait to be written to clients",
      unit = MetricUnits.NONE,
      absolute = true)
  public int waitingFrames() {
    return byId.values().stream().mapToInt(Connection::waitingFrames).sum();
  }
}
