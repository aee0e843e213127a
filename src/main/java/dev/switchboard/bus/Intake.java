package dev.switchboard.bus;

import dev.switchboard.platform.Batches;
import dev.switchboard.platform.log.LogEvent;
import dev.switchboard.platform.log.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes commands in, together those that come at the same time: their operations by one statement,
 * themselves by one message. What is to keep its order forms one group of its queue, so that one
 * listener at a time carries it out, whatever node sent it.
 */
@ApplicationScoped
class Intake {
  private static final int MOST_COMMANDS = 200;

  /** Each message costs the broker, a listener and the database the same, whatever it carries. */
  private static final Duration PACE = Duration.ofMillis(16);

  /** In characters; messages of more than 100 KiB cost the broker a file each. */
  private static final int LONGEST_MESSAGE = 32_000;

  private final Operations operations;
  private final Senders senders;
  private final CommandCounts counts;
  private final Map<Lane, Batches<Arrival>> lanes = new ConcurrentHashMap<>();

  /**
   * Where commands that come at the same time go together.
   *
   * @param group of the messages on the queue; null where no order is asked for
   */
  private record Lane(String queue, @Nullable String group) {}

  /**
   * A command at the door.
   *
   * @param known whether its operation is open
   */
  private record Arrival(Command command, BodyText body, String trace, boolean known) {

    Parcel in(Lane lane) {
      Envelope.Known known = Envelope.Known.of(command);
      return new Parcel(
          new Envelope(known.id().toString(), known.kind(), known.author(), trace, lane.group()),
          body);
    }
  }

  @SuppressWarnings("NullAway")
  Intake() {
    this(null, null, null);
  }

  @Inject
  Intake(Operations operations, Senders senders, CommandCounts counts) {
    this.operations = operations;
    this.senders = senders;
    this.counts = counts;
  }

  /**
   * Returns when the command is on the broker's disk.
   *
   * @param ordered whether it must not overtake those accepted before it
   * @param known whether its operation is open; otherwise it is opened first
   */
  void take(String queue, boolean ordered, Command command, String body, boolean known) {
    String trace = Trace.current().orElseGet(command.id()::toString);
    lanes
        .computeIfAbsent(new Lane(queue, ordered ? Format.IN_ORDER : null), this::batches)
        .submit(new Arrival(command, new BodyText(body), trace, known));
    counts.accepted(command);
    LogEvent.PUBLISH.log(
        "trace", trace,
        "command", command.id(),
        "kind", Kinds.of(command.getClass()),
        "queue", queue,
        "user", command.author());
  }

  private Batches<Arrival> batches(Lane lane) {
    return new Batches<>(
        arrivals -> send(lane, arrivals),
        MOST_COMMANDS,
        LONGEST_MESSAGE,
        arrival -> arrival.body().text().length(),
        PACE);
  }

  private void send(Lane lane, List<Arrival> arrivals) {
    List<Envelope.Known> unknown =
        arrivals.stream()
            .filter(arrival -> !arrival.known())
            .map(arrival -> Envelope.Known.of(arrival.command()))
            .toList();
    if (!unknown.isEmpty()) {
      operations.open(unknown);
    }
    List<Parcel> parcels = arrivals.stream().map(arrival -> arrival.in(lane)).toList();
    senders.toQueue(lane.queue(), session -> Parcel.pack(parcels, session));
  }
}
