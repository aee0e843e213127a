package dev.switchboard.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user chose, by system properties that Maven hands on; blank is not chosen. The password
 * comes by the environment, since everybody sees a command line.
 */
final class Choice {

  /** A server that runs already. */
  Optional<URI> url() {
    return chosen("url").map(URI::create);
  }

  /** The folder of the launcher that started it, which tells its processes. */
  Optional<Path> data() {
    return chosen("data").map(Path::of);
  }

  String user() {
    return chosen("user").orElse("alice");
  }

  String password() {
    return nonBlank(System.getenv("BENCH_PASSWORD")).orElse("Switchboard1");
  }

  /** Whether several messages may come in one frame. */
  boolean lines() {
    return chosen("lines").map(Boolean::parseBoolean).orElse(false);
  }

  int rounds() {
    return chosen("rounds").map(Integer::parseInt).orElse(3);
  }

  Timing timing() {
    return new Timing(seconds("warmup", 5), seconds("seconds", 10));
  }

  /** For each of the kinds of load that a server gets before anything is measured. */
  Timing prewarming() {
    return new Timing(Duration.ZERO, seconds("prewarm", 20));
  }

  /** Where the results go. */
  Path output() {
    return Path.of(chosen("output").orElse("target/bench"));
  }

  List<Scenario> scenarios() {
    List<String> names = chosen("scenarios").map(it -> List.of(it.split(","))).orElse(List.of(""));
    List<Scenario> scenarios =
        Scenarios.all().stream()
            .filter(it -> names.stream().anyMatch(name -> it.name().startsWith(name.strip())))
            .toList();
    if (scenarios.isEmpty()) {
      throw new BenchException(
          "No scenario begins so. There are: "
              + String.join(", ", Scenarios.all().stream().map(Scenario::name).toList()));
    }
    return scenarios;
  }

  private static Duration seconds(String name, int byDefault) {
    return Duration.ofSeconds(chosen(name).map(Integer::parseInt).orElse(byDefault));
  }

  private static Optional<String> chosen(String name) {
    return nonBlank(System.getProperty("bench." + name));
  }

  private static Optional<String> nonBlank(@Nullable String text) {
    return Optional.ofNullable(text).filter(it -> !it.isBlank());
  }
}
