package dev.switchboard.launch;

import java.nio.file.Path;
import java.time.Duration;

/** Waits for, or stops, the launcher that the build started for its tests. */
public final class Control {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration FAREWELL = Duration.ofMinutes(1);

  private Control() {}

  /** Argument: {@code await} or {@code stop}. */
  public static void main(String[] args) {
    switch (args[0]) {
      case "await" -> await();
      case "stop" -> stop();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  static Path pidFile() {
    return Options.directory().resolve("launcher.pid");
  }

  private static void await() {
    Server server = Server.at(Options.directory(), Options.port("http.port", 9080));
    long end = System.nanoTime() + PATIENCE.toNanos();
    boolean seen = false;
    while (!server.isReady()) {
      boolean alive = Processes.recorded(pidFile()).isPresent();
      if (seen && !alive) {
        throw new LaunchException("The installation under test ended while it started");
      }
      if (System.nanoTime() > end) {
        throw new LaunchException("The installation under test is not ready after " + PATIENCE);
      }
      seen = alive;
      Processes.pause();
    }
  }

  private static void stop() {
    Processes.recorded(pidFile())
        .ifPresent(
            launcher -> {
              launcher.destroy();
              if (!Processes.await(launcher, FAREWELL)) {
                Processes.kill(launcher);
              }
            });
  }
}
