package dev.switchboard.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Starts everything with one command: a database and a broker, unless the user named others, and a
 * server. Ends when interrupted, when the server ends, or when its parent (Maven) does.
 */
public final class Launcher {
  private final Deque<Runnable> running = new ArrayDeque<>();
  private final Path directory = Options.directory();
  private final boolean demoAccounts =
      Options.get("demo.accounts").map(Boolean::parseBoolean).orElse(!Options.external("db.host"));
  private final PrintStream out = Options.forTests() ? file("output.log") : System.out;
  private final Server server =
      Server.at(directory.resolve("server"), Options.port("http.port", 9080));

  private Launcher() {
    if (Options.forTests()) {
      // Nobody may read what a test run prints, and a pipe that is full stops whoever writes.
      System.setOut(out);
      System.setErr(out);
    } else {
      server.onConsole();
    }
  }

  private PrintStream file(String name) {
    try {
      Files.createDirectories(directory);
      return new PrintStream(
          Files.newOutputStream(directory.resolve(name)), true, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs until it is told to end. */
  public static void main(String[] args) {
    Launcher launcher = new Launcher();
    Runtime.getRuntime().addShutdownHook(new Thread(launcher::end, "farewell"));
    ProcessHandle.current().parent().ifPresent(Launcher::endWith);
    try {
      launcher.run();
    } catch (LaunchException e) {
      launcher.out.printf("%n%s%n%n", e.getMessage());
      System.exit(1);
    }
  }

  private static void endWith(ProcessHandle parent) {
    Thread watch =
        new Thread(
            () -> {
              parent.onExit().join();
              System.exit(0);
            },
            "parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private void run() {
    Processes.recorded(Control.pidFile())
        .ifPresent(
            other -> {
              throw new LaunchException(
                  "It runs already, as process %d; two need folders of their own."
                      .formatted(other.pid()));
            });
    server.endOrphan();
    Processes.record(ProcessHandle.current(), Control.pidFile());
    Ports.requireFree(server.port(), "web", "http.port");
    prepareDatabase();
    prepareBroker();
    server
        .set("SWITCHBOARD_JWT_PRIVATE_KEY_FILE", SigningKeyFile.in(directory).toString())
        .set("SWITCHBOARD_DEMO_ACCOUNTS", String.valueOf(demoAccounts));
    Options.get("server.jvm.args").ifPresent(it -> server.set("JVM_ARGS", it));
    started(server::stop);
    server.start().awaitReady();
    greet();
    Processes.await(server.process().toHandle(), Duration.ofDays(36_500));
    System.exit(0);
  }

  private void prepareDatabase() {
    if (Options.external("db.host")) {
      handOn(List.of("db.host", "db.port", "db.name", "db.user", "db.password"));
      return;
    }
    Database database = Database.at(directory.resolve("database"), Options.port("db.port", 9543));
    database.endOrphan();
    emptyForTests("database");
    Ports.requireFree(database.port(), "database", "db.port");
    out.println("Starting PostgreSQL on port " + database.port());
    started(database::stop);
    database.start();
    server
        .set("DB_HOST", "localhost")
        .set("DB_PORT", String.valueOf(database.port()))
        .set("DB_NAME", Database.NAME)
        .set("DB_USER", Database.NAME)
        .set("DB_PASSWORD", Database.NAME);
  }

  private void prepareBroker() {
    if (Options.external("broker.host")) {
      handOn(List.of("broker.host", "broker.port", "broker.user", "broker.password"));
      return;
    }
    emptyForTests("broker");
    Broker broker = Broker.at(directory.resolve("broker"), Options.port("broker.port", 61_617));
    Ports.requireFree(broker.port(), "broker", "broker.port");
    out.println("Starting Artemis on port " + broker.port());
    started(broker::stop);
    broker.start();
    server.set("BROKER_HOST", "localhost").set("BROKER_PORT", String.valueOf(broker.port()));
  }

  /** Tests find no data of others. */
  private void emptyForTests(String part) {
    if (Options.forTests()) {
      Installation.empty(directory.resolve(part));
    }
  }

  private void handOn(List<String> options) {
    for (String name : options) {
      Options.get(name)
          .ifPresent(it -> server.set(name.toUpperCase(Locale.ROOT).replace('.', '_'), it));
    }
  }

  private void greet() {
    out.printf(
        "%nSwitchboard is ready.%n  Web page         %1$s/%n  API description  %1$s/openapi/ui/%n"
            + "  Health           %1$s/health%n",
        server.url());
    if (demoAccounts) {
      out.println("  Demo accounts    alice, bob, robot, admin; password Switchboard1");
    }
    out.println("  Ctrl-C stops everything; the data stay in " + directory);
    out.println();
  }

  private synchronized void started(Runnable stop) {
    running.push(stop);
  }

  private void end() {
    Runnable stop = next();
    while (stop != null) {
      stop.run();
      stop = next();
    }
  }

  private synchronized @Nullable Runnable next() {
    return running.poll();
  }
}
