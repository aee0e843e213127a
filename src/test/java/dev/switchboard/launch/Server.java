package dev.switchboard.launch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A node: an Open Liberty process of its own. Several may share what is installed, for logs and
 * work files go to the node's folder.
 */
public final class Server implements AutoCloseable {
  /** Where Open Liberty is: system property {@code liberty.home}. */
  private static final Path HOME =
      Path.of(System.getProperty("liberty.home", "target/liberty/wlp")).toAbsolutePath();

  /** The server whose configuration and application are run: {@code liberty.server}. */
  private static final String NAME = System.getProperty("liberty.server", "switchboard");

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration FAREWELL = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Map<String, String> environment = new TreeMap<>();
  private final Path directory;
  private final int port;
  private boolean console;
  private @Nullable Process process;

  private Server(Path directory, int port) {
    this.directory = directory.toAbsolutePath();
    this.port = port;
    set("HTTP_PORT", String.valueOf(port));
    set("SWITCHBOARD_NODE", "localhost:" + port);
  }

  /** A server that is not started yet. */
  public static Server at(Path directory, int port) {
    return new Server(directory, port);
  }

  /** Sets a variable of its environment, from the next start on. */
  public Server set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Server onConsole() {
    console = true;
    return this;
  }

  /** Starts the process and returns at once. */
  public Server start() {
    ProcessBuilder builder = new ProcessBuilder(HOME.resolve(script()).toString(), "run", NAME);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("WLP_OUTPUT_DIR", directory.toString());
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(directory);
      builder.directory(directory.toFile());
      if (console) {
        builder.inheritIO();
      } else {
        builder.redirectErrorStream(true).redirectOutput(log().toFile());
      }
      Process started = builder.start();
      Processes.record(started.toHandle(), pidFile());
      process = started;
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when {@code /health/ready} answers 200. */
  public Server awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady()) {
      if (!isAlive()) {
        throw new LaunchException("The server ended while it started; see " + log());
      }
      if (System.nanoTime() > end) {
        throw new LaunchException("The server is not ready after " + PATIENCE + "; see " + log());
      }
      Processes.pause();
    }
    return this;
  }

  /** Whether it takes requests, the database and the broker being there. */
  public boolean isReady() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url() + "/health/ready"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  public boolean isAlive() {
    Process current = process;
    return current != null && current.isAlive();
  }

  /** Ends the JVM with SIGKILL; returns when it is gone. */
  public void kill() {
    Processes.kill(process().toHandle());
  }

  /** Stops it in an orderly way, or by force if that takes too long. */
  public void stop() {
    if (isAlive()) {
      ProcessHandle handle = process().toHandle();
      handle.descendants().forEach(ProcessHandle::destroy);
      handle.destroy();
      if (!Processes.await(handle, FAREWELL)) {
        kill();
      }
    }
  }

  /** Ends what an earlier run that was killed left behind in this folder. */
  void endOrphan() {
    Processes.recorded(pidFile()).ifPresent(Processes::kill);
  }

  /** The base address, without a slash at the end. */
  public String url() {
    return "http://localhost:" + port;
  }

  public int port() {
    return port;
  }

  /** What the process printed, unless it prints to the console. */
  public Path log() {
    return directory.resolve("console.log");
  }

  Process process() {
    Process current = process;
    if (current == null) {
      throw new IllegalStateException("the server was not started");
    }
    return current;
  }

  @Override
  public void close() {
    stop();
  }

  private Path pidFile() {
    return directory.resolve("server.pid");
  }

  private static String script() {
    return File.separatorChar == '/' ? "bin/server" : "bin\\server.bat";
  }
}
