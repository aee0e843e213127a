package dev.switchboard.bench;

import dev.switchboard.launch.Ports;
import dev.switchboard.launch.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An installation for the benchmark alone: the launcher in a process of its own, with an empty
 * database and broker, on free ports, without the limits that stop what a benchmark does.
 */
final class OwnServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration FAREWELL = Duration.ofMinutes(1);
  private static final Map<String, String> UNLIMITED =
      Map.of(
          "SWITCHBOARD_RATE_COMMANDS", "off",
          "SWITCHBOARD_RATE_FRAMES", "off",
          "SWITCHBOARD_RATE_ANONYMOUS", "off",
          "SWITCHBOARD_SOCKET_CONNECTIONS", "100000");

  private final Process launcher;
  private final Server server;

  private OwnServer(Process launcher, Server server) {
    this.launcher = launcher;
    this.server = server;
  }

  /** Returns when it is ready. */
  static OwnServer in(Path directory) {
    int port = Ports.free();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            handedOn("java.util.logging.config.file"),
            handedOn("liberty.home"),
            handedOn("liberty.server"),
            "-Ddata.dir=" + directory.toAbsolutePath(),
            "-Dhttp.port=" + port,
            "-Ddb.port=" + Ports.free(),
            "-Dbroker.port=" + Ports.free(),
            "-Dembedded=true",
            "-Ddemo.accounts=true",
            "-classpath",
            System.getProperty("java.class.path"),
            "dev.switchboard.launch.Launcher");
    builder.environment().putAll(UNLIMITED);
    try {
      Files.createDirectories(directory);
      Path log = directory.resolve("launcher.log");
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      OwnServer own = new OwnServer(builder.start(), Server.at(directory.resolve("server"), port));
      own.awaitReady(directory);
      return own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create(server.url());
  }

  @Override
  public void close() {
    launcher.destroy();
    try {
      if (!launcher.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        launcher.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady(Path directory) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!server.isReady()) {
      if (!launcher.isAlive() || System.nanoTime() > end) {
        close();
        throw new BenchException("The server did not start; see the logs in " + directory);
      }
      Pause.of(Duration.ofMillis(200));
    }
  }

  private static String handedOn(String property) {
    return "-D%s=%s".formatted(property, System.getProperty(property));
  }
}
