package dev.switchboard.operations;

import java.util.List;
import java.util.Map;

/**
 * How many connections are open.
 *
 * @param count on all nodes
 */
public record ConnectionsView(long count, List<NodeView> nodes) {

  /** How many of them a node holds. */
  public record NodeView(String node, long count) {}

  static ConnectionsView of(Map<String, Long> byNode) {
    List<NodeView> nodes =
        byNode.entrySet().stream()
            .map(each -> new NodeView(each.getKey(), each.getValue()))
            .toList();
    return new ConnectionsView(nodes.stream().mapToLong(NodeView::count).sum(), nodes);
  }
}
