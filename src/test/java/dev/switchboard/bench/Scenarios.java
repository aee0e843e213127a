package dev.switchboard.bench;

import dev.switchboard.bench.Pace.Rate;
import dev.switchboard.bench.Pace.Window;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All scenarios, in the order in which they run. */
final class Scenarios {
  /** The beginning of the names of those that show how cost grows. */
  static final String SUBSCRIBERS = "subscribers-";

  static final String STREAMS = "streams-";

  private static final Set<String> MIXTURE = Set.of("fan-out", "boards", "fifo-chat");

  private Scenarios() {}

  static List<Scenario> all() {
    return Stream.of(
            Stream.of(
                Traffic.named("fan-out-rate").to(500).at(new Rate(100)),
                Traffic.named("fan-out").to(500).at(new Window(16)),
                Traffic.named("boards").over(200).to(1000).at(new Window(64)),
                Traffic.named("closed-loop").by(1).at(new Window(1)),
                Traffic.named("fifo-chat").inChat().by(16).at(new Window(16)),
                new Idle("idle", 5000, 200)),
            IntStream.of(10, 100, 1000, 5000).mapToObj(Scenarios::subscribers),
            IntStream.of(1, 100, 10_000).mapToObj(Scenarios::streams))
        .<Scenario>flatMap(it -> it)
        .toList();
  }

  /** What makes the server's JVM compile the ways that are measured. */
  static List<Scenario> mixture() {
    return all().stream().filter(it -> MIXTURE.contains(it.name())).toList();
  }

  private static Scenario subscribers(int number) {
    return Traffic.named(SUBSCRIBERS + number).to(number).at(new Window(16));
  }

  /** One subscription to each stream, with at most 50 sockets. */
  private static Scenario streams(int number) {
    return Traffic.named(STREAMS + number).over(number).to(Math.min(number, 50)).at(new Window(64));
  }
}
