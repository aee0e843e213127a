package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our queues at the broker: each queue of commands has a queue of dead letters beside it. */
@ApplicationScoped
public class DeadLetterQueues {
  private static final String OURS = "switchboard.";

  private final BrokerManagement broker;
  private final UnderWay underWay;

  @SuppressWarnings("NullAway")
  DeadLetterQueues() {
    this(null, null);
  }

  @Inject
  DeadLetterQueues(BrokerManagement broker, UnderWay underWay) {
    this.broker = broker;
    this.underWay = underWay;
  }

  /**
   * How full a queue is.
   *
   * @param depth messages in the queue, those under way included
   * @param deadLetters messages among its dead letters
   * @param oldestCommandSeconds age of the oldest message that waits, or that this node carries out
   */
  public record Depth(String name, long depth, long deadLetters, double oldestCommandSeconds) {}

  /**
   * How full each queue of commands is.
   *
   * @throws ProblemException UNAVAILABLE when the broker does not answer in time
   */
  public List<Depth> depths() {
    List<String> ours = broker.queueNames().stream().filter(name -> name.startsWith(OURS)).toList();
    Map<String, Long> depths = broker.depths(ours);
    List<String> queues = ours.stream().filter(name -> !isDead(name)).toList();
    Map<String, Long> ages =
        broker.ages(queues.stream().filter(name -> depths.getOrDefault(name, 0L) > 0).toList());
    return queues.stream()
        .map(
            name ->
                new Depth(
                    name,
                    depths.getOrDefault(name, 0L),
                    depths.getOrDefault(deadOf(name), 0L),
                    oldest(name, ages)))
        .toList();
  }

  private double oldest(String queue, Map<String, Long> ages) {
    long here = underWay.oldest(queue).toMillis();
    return Math.max(here, ages.getOrDefault(queue, 0L)) / 1_000.0;
  }

  /** The queues of dead letters, sorted. */
  List<String> all() {
    return broker.queueNames().stream()
        .filter(name -> name.startsWith(OURS) && isDead(name))
        .toList();
  }

  /**
   * The queues of dead letters that a request means.
   *
   * @param queue a queue's name, with or without {@code .dead}; null for all
   * @throws ProblemException NOT_FOUND when there is no such queue
   */
  List<String> meant(@Nullable String queue) {
    List<String> all = all();
    if (queue == null) {
      return all;
    }
    String dead = isDead(queue) ? queue : deadOf(queue);
    if (!all.contains(dead)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "There is no such queue.");
    }
    return List.of(dead);
  }

  /** How many letters lie on a queue of dead letters. */
  long count(String deadLetterQueue) {
    return broker.depths(List.of(deadLetterQueue)).getOrDefault(deadLetterQueue, 0L);
  }

  private static boolean isDead(String queue) {
    return queue.endsWith(DeadLetterOffice.SUFFIX);
  }

  private static String deadOf(String queue) {
    return queue + DeadLetterOffice.SUFFIX;
  }
}
