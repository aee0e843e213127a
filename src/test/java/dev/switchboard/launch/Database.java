package dev.switchboard.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL that keeps its data in a folder, and syncs them as in production. */
public final class Database implements AutoCloseable {
  /** The name of the database, of its owner, and the owner's password. */
  public static final String NAME = "switchboard";

  private final Path directory;
  private final int port;
  private @Nullable EmbeddedPostgres postgres;
  private @Nullable ServerCertificate certificate;

  private Database(Path directory, int port) {
    this.directory = directory.toAbsolutePath();
    this.port = port;
  }

  /** A database that is not started yet. */
  public static Database at(Path directory, int port) {
    return new Database(directory, port);
  }

  /** From the next start on it offers TLS, and shows this. */
  public Database encrypt(ServerCertificate shown) {
    certificate = shown;
    return this;
  }

  /** Starts it on its old data, if there are any; returns when it answers. */
  public Database start() {
    try {
      Files.createDirectories(directory);
      postgres = builder().start();
      createOnce();
      return this;
    } catch (IOException | SQLException e) {
      throw new LaunchException("The database did not start: " + e.getMessage(), e);
    }
  }

  private EmbeddedPostgres.Builder builder() {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setPort(port)
            .setDataDirectory(data())
            .setOverrideWorkingDirectory(directory.resolve("binaries").toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofMinutes(1))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "200");
    if (certificate != null) {
      builder
          .setServerConfig("ssl", "on")
          .setServerConfig("ssl_cert_file", certificate.certificate().toString())
          .setServerConfig("ssl_key_file", certificate.key().toString());
    }
    return builder;
  }

  /** Stops it in an orderly way. */
  public void stop() {
    EmbeddedPostgres running = postgres;
    postgres = null;
    if (running != null) {
      try {
        running.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Ends all its processes with SIGKILL. */
  public void kill() {
    endOrphan();
    stop();
  }

  /** Ends what an earlier run that was killed left behind on these data. */
  void endOrphan() {
    postmaster()
        .flatMap(lines -> Processes.alive(lines.get(0), lines.get(2)))
        .ifPresent(Processes::kill);
  }

  public int port() {
    return port;
  }

  public String url() {
    return "jdbc:postgresql://localhost:%d/%s?user=%s&password=%s"
        .formatted(port, NAME, NAME, NAME);
  }

  public Connection connection() throws SQLException {
    return DriverManager.getConnection(url());
  }

  @Override
  public void close() {
    stop();
  }

  private Path data() {
    return directory.resolve("data");
  }

  private Optional<List<String>> postmaster() {
    return Processes.lines(data().resolve("postmaster.pid")).filter(lines -> lines.size() >= 3);
  }

  private void createOnce() throws SQLException {
    String url = "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      if (absent(statement)) {
        statement.execute("create role switchboard login password 'switchboard'");
        statement.execute("create database switchboard owner switchboard");
      }
    }
  }

  private static boolean absent(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("select 1 from pg_database where datname = 'switchboard'")) {
      return !found.next();
    }
  }
}
