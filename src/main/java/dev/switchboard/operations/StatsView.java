package dev.switchboard.operations;

import dev.switchboard.bus.DeadLetterQueues.Depth;
import dev.switchboard.realtime.Figures;
import java.util.List;

/**
 * How busy the cluster is.
 *
 * @param activeConnections open sockets on all nodes
 * @param subscriptionsPerMinute begun within the last minute
 * @param broadcastsPerMinute events passed on within the last minute, counted on each node that did
 * @param staleConnectionsRemovedPerMinute removed within the last minute because nobody was there
 * @param queues the queues of commands, each with its dead letters and the age of what waits
 */
public record StatsView(
    long activeConnections,
    long subscriptionsPerMinute,
    long broadcastsPerMinute,
    long staleConnectionsRemovedPerMinute,
    List<Depth> queues) {

  static StatsView of(Figures figures, List<Depth> queues) {
    return new StatsView(
        figures.connections(),
        figures.subscriptions(),
        figures.broadcasts(),
        figures.staleRemovals(),
        queues);
  }
}
