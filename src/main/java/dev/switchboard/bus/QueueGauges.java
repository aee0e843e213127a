package dev.switchboard.bus;

import dev.switchboard.bus.DeadLetterQueues.Depth;
import dev.switchboard.platform.Lately;
import dev.switchboard.platform.metric.Meters;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Shows how full the queues are. The broker is asked in the background, when somebody looks; what
 * it did not answer is shown as no number, and nobody waits for a broker that is away.
 */
@ApplicationScoped
class QueueGauges {
  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedThreadFactory threads;

  private final DeadLetterQueues queues;
  private final Meters meters;
  private final Set<String> shown = ConcurrentHashMap.newKeySet();
  private final Lately<Map<String, Depth>> depths =
      new Lately<>(this::ask, task -> threads.newThread(task).start());

  @SuppressWarnings("NullAway")
  QueueGauges() {
    this(null, null);
  }

  @Inject
  QueueGauges(DeadLetterQueues queues, Meters meters) {
    this.queues = queues;
    this.meters = meters;
  }

  void begin(@Observes Startup startup) {
    meters.gauge(
        "switchboard_broker_up",
        "1 where the broker answered when this node last asked for its queues, otherwise 0",
        () -> depths.get().isPresent() ? 1.0 : 0.0);
  }

  private Map<String, Depth> ask() {
    Map<String, Depth> known =
        queues.depths().stream().collect(Collectors.toMap(Depth::name, Function.identity()));
    known.keySet().stream().filter(shown::add).forEach(this::show);
    return known;
  }

  private void show(String queue) {
    show(
        queue,
        "switchboard_queue_depth",
        "Messages in the queue, those under way included",
        depth -> (double) depth.depth());
    show(
        queue,
        "switchboard_queue_dead_letters",
        "Messages among the dead letters of the queue",
        depth -> (double) depth.deadLetters());
    show(
        queue,
        "switchboard_queue_oldest_command_seconds",
        "Age of the oldest message that waits in the queue or is under way on this node",
        Depth::oldestCommandSeconds);
  }

  private void show(String queue, String name, String meaning, Function<Depth, Double> figure) {
    meters.gauge(
        name,
        meaning,
        () ->
            depths
                .get()
                .flatMap(all -> Optional.ofNullable(all.get(queue)))
                .map(figure)
                .orElse(Double.NaN),
        new Tag("queue", queue));
  }
}
