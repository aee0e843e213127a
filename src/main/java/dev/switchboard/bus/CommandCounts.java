package dev.switchboard.bus;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.metric.Family;
import dev.switchboard.platform.metric.Meters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Timer;

/** Counts commands by their kind: what was accepted, what became of it, and after how long. */
@ApplicationScoped
class CommandCounts {
  private final Clock clock;
  private final Family<Counter> accepted;
  private final Family<Counter> settled;
  private final Family<Timer> durations;

  @SuppressWarnings("NullAway")
  CommandCounts() {
    clock = null;
    accepted = null;
    settled = null;
    durations = null;
  }

  @Inject
  CommandCounts(Clock clock, Meters meters) {
    this.clock = clock;
    accepted =
        meters.counters(
            "switchboard_commands_accepted", "Commands that were put on their queue", "kind");
    settled =
        meters.counters(
            "switchboard_commands_settled",
            "Commands that were carried out, refused, or given up after their last try",
            "kind",
            "outcome");
    durations =
        meters.timers(
            "switchboard_command_duration",
            "Time from the making of a command's id to the commit of what it brought about",
            "kind");
  }

  /** A command is on its queue. */
  void accepted(Command command) {
    accepted.of(Kinds.of(command.getClass())).inc();
  }

  /** What became of commands is committed. */
  void settled(List<Outcome> outcomes) {
    outcomes.forEach(this::settled);
  }

  private void settled(Outcome outcome) {
    String kind = Kinds.of(outcome.command().getClass());
    if (outcome.error() == null) {
      settled.of(kind, "carried_out").inc();
      time(kind, outcome.command().id());
    } else {
      settled.of(kind, "refused").inc();
    }
  }

  /** An id that is not ours does not tell when it was made. */
  private void time(String kind, UUID id) {
    if (Ids.tellsTime(id)) {
      durations.of(kind).update(Duration.between(Ids.madeAt(id), clock.instant()));
    }
  }

  /** A command of this kind lies among the dead letters. */
  void givenUp(String kind) {
    settled.of(kind, "given_up").inc();
  }
}
