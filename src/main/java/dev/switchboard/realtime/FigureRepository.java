package dev.switchboard.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of what each node counts; leases run by the clock of the database. */
@ApplicationScoped
@Transactional
class FigureRepository {
  private static final String WRITE =
      """
      insert into node_figures (node, connections, subscriptions_per_minute,
        broadcasts_per_minute, stale_removed_per_minute, lease_until)
      values (:node, :connections, :subscriptions, :broadcasts, :stale,
        clock_timestamp() + make_interval(secs => :lease))
      on conflict (node) do update set
        connections = excluded.connections,
        subscriptions_per_minute = excluded.subscriptions_per_minute,
        broadcasts_per_minute = excluded.broadcasts_per_minute,
        stale_removed_per_minute = excluded.stale_removed_per_minute,
        lease_until = excluded.lease_until
      """;

  private static final String SUM =
      """
      select cast(coalesce(sum(connections), 0) as bigint),
        cast(coalesce(sum(subscriptions_per_minute), 0) as bigint),
        cast(coalesce(sum(broadcasts_per_minute), 0) as bigint),
        cast(coalesce(sum(stale_removed_per_minute), 0) as bigint)
      from node_figures where lease_until > clock_timestamp()
      """;

  private static final String CONNECTIONS =
      "select node, connections from node_figures where lease_until > clock_timestamp()";

  private static final String REMOVE_DEAD =
      "delete from node_figures where lease_until <= clock_timestamp() returning connections";

  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  void write(String node, Figures figures, Duration lease) {
    entities
        .createNativeQuery(WRITE)
        .setParameter("node", node)
        .setParameter("connections", figures.connections())
        .setParameter("subscriptions", figures.subscriptions())
        .setParameter("broadcasts", figures.broadcasts())
        .setParameter("stale", figures.staleRemovals())
        .setParameter("lease", lease.toMillis() / 1_000.0)
        .executeUpdate();
  }

  void remove(String node) {
    entities
        .createNativeQuery("delete from node_figures where node = :node")
        .setParameter("node", node)
        .executeUpdate();
  }

  /** Removes the nodes whose lease is over; how many connections they held. */
  long removeDead() {
    List<?> connections = entities.createNativeQuery(REMOVE_DEAD).getResultList();
    return connections.stream().mapToLong(count -> ((Number) count).longValue()).sum();
  }

  Figures sum() {
    Object[] row = (Object[]) entities.createNativeQuery(SUM).getSingleResult();
    return new Figures(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
  }

  /** How many connections each node holds that is alive. */
  @SuppressWarnings("unchecked")
  Map<String, Long> connectionsByNode() {
    List<Object[]> rows = entities.createNativeQuery(CONNECTIONS).getResultList();
    return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> number(row[1])));
  }

  private static long number(Object column) {
    return ((Number) column).longValue();
  }
}
