package dev.switchboard.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Processes of this machine, known again by their id and start time. */
final class Processes {
  private static final Duration CLOCK_ERROR = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(200);

  private Processes() {}

  /** Writes down which process this is, for {@link #recorded}. */
  static void record(ProcessHandle process, Path file) {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, process.pid() + "\n" + start.getEpochSecond() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process that was written down, if it still lives. */
  static Optional<ProcessHandle> recorded(Path file) {
    return lines(file)
        .filter(lines -> lines.size() >= 2)
        .flatMap(lines -> alive(lines.get(0), lines.get(1)));
  }

  /** The process of that id, if it started then. */
  static Optional<ProcessHandle> alive(String pid, String startSeconds) {
    Instant start = Instant.ofEpochSecond(Long.parseLong(startSeconds.strip()));
    return ProcessHandle.of(Long.parseLong(pid.strip()))
        .filter(ProcessHandle::isAlive)
        .filter(process -> process.info().startInstant().filter(it -> near(it, start)).isPresent());
  }

  static Optional<List<String>> lines(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends a process and its descendants with SIGKILL, and returns when they are gone. */
  static void kill(ProcessHandle process) {
    List<ProcessHandle> family = Stream.concat(Stream.of(process), process.descendants()).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(one -> await(one, Duration.ofSeconds(20)));
  }

  /** Whether the process was gone within that time. */
  static boolean await(ProcessHandle process, Duration time) {
    try {
      process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A moment's rest between two looks at something that runs elsewhere. */
  static void pause() {
    LockSupport.parkNanos(POLL.toNanos());
  }

  private static boolean near(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(CLOCK_ERROR) < 0;
  }
}
