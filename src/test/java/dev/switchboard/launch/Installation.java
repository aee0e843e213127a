package dev.switchboard.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A whole installation in a folder: a database, a broker, and the servers that share them. */
public final class Installation implements AutoCloseable {
  private final Path directory;
  private final Database database;
  private final Broker broker;
  private final List<Server> servers = new ArrayList<>();

  private Installation(Path directory) {
    this.directory = directory;
    this.database = Database.at(directory.resolve("database"), Ports.free());
    this.broker = Broker.at(directory.resolve("broker"), Ports.free());
  }

  /** A new, empty installation below {@code target}, on free ports; nothing runs yet. */
  public static Installation fresh(String name) {
    Path directory = Path.of("target", "installations", name);
    empty(directory);
    return new Installation(directory);
  }

  /**
   * Starts the database and the broker, then all servers made so far; returns when all is ready.
   */
  public Installation start() {
    CompletableFuture<Database> started = CompletableFuture.supplyAsync(database::start);
    broker.start();
    started.join();
    servers.forEach(Server::start);
    servers.forEach(Server::awaitReady);
    return this;
  }

  /**
   * One more server of this installation, with the demo accounts; not started yet. It does without
   * the optimizing compiler: it lives too short for that, and starts sooner.
   */
  public Server newServer() {
    Server server =
        Server.at(directory.resolve("server-" + (servers.size() + 1)), Ports.free())
            .set("DB_HOST", "localhost")
            .set("DB_PORT", String.valueOf(database.port()))
            .set("DB_NAME", Database.NAME)
            .set("DB_USER", Database.NAME)
            .set("DB_PASSWORD", Database.NAME)
            .set("BROKER_HOST", "localhost")
            .set("BROKER_PORT", String.valueOf(broker.port()))
            .set("SWITCHBOARD_JWT_PRIVATE_KEY_FILE", SigningKeyFile.in(directory).toString())
            .set("SWITCHBOARD_DEMO_ACCOUNTS", "true")
            .set("JVM_ARGS", "-XX:TieredStopAtLevel=1");
    servers.add(server);
    return server;
  }

  public Database database() {
    return database;
  }

  public Broker broker() {
    return broker;
  }

  public List<Server> servers() {
    return List.copyOf(servers);
  }

  /** Stops the servers, the broker and the database; the data stay. */
  @Override
  public void close() {
    servers.forEach(Server::stop);
    broker.stop();
    database.stop();
  }

  static void empty(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
