package dev.switchboard.bench;

import static java.time.Duration.ZERO;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The processor time that processes have used up to a moment, by their ids. */
record Cpu(Map<Part, Map<Long, Duration>> parts, Map<Long, Duration> client) {

  static Cpu now(Processes processes) {
    Map<Part, Map<Long, Duration>> parts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      parts.put(part, used(processes.of(part)));
    }
    return new Cpu(parts, used(Stream.of(ProcessHandle.current())));
  }

  /** Seconds that a part has used since; not a number where that is unknown. */
  double secondsSince(Cpu earlier, Part part) {
    return seconds(earlier.parts.getOrDefault(part, Map.of()), parts.getOrDefault(part, Map.of()));
  }

  /** Seconds that the benchmark itself has used since. */
  double clientSecondsSince(Cpu earlier) {
    return seconds(earlier.client, client);
  }

  /** A process that came or went meanwhile is left out. */
  private static double seconds(Map<Long, Duration> before, Map<Long, Duration> after) {
    return before.entrySet().stream()
        .filter(it -> after.containsKey(it.getKey()))
        .mapToDouble(
            it -> after.getOrDefault(it.getKey(), ZERO).minus(it.getValue()).toNanos() / 1e9)
        .reduce(Double::sum)
        .orElse(Double.NaN);
  }

  private static Map<Long, Duration> used(Stream<ProcessHandle> processes) {
    return processes
        .filter(it -> it.info().totalCpuDuration().isPresent())
        .collect(toMap(ProcessHandle::pid, it -> it.info().totalCpuDuration().orElse(ZERO)));
  }
}
