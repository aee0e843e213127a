package dev.switchboard.audit;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Audits deliveries for an operator: {@code AuditCommand [--to-the-end] LOG...}.
 *
 * <p>Each log is what one client received, in its order: one JSON frame a line, the {@code welcome}
 * and {@code subscribed} frames among them. Several connections of the client follow each other in
 * it. Frames that the client sent may stand there too; then its {@code subscribe} frames tell what
 * it asked for. With {@code --to-the-end} readers have waited for the last entry, and one that
 * lacks it counts a hole.
 *
 * <p>The database is found as the server finds it, by the environment: {@code DB_HOST}, {@code
 * DB_PORT}, {@code DB_NAME}, {@code DB_USER}, {@code DB_PASSWORD}. A table of what was counted goes
 * to the standard output. The command ends with 0 when nothing was counted, with 1 when something
 * was, and with 2 when it could not be told.
 */
public final class AuditCommand {
  private static final String TO_THE_END = "--to-the-end";

  private final Map<String, String> environment;
  private final PrintStream out;

  AuditCommand(Map<String, String> environment, PrintStream out) {
    this.environment = environment;
    this.out = out;
  }

  /** Runs the command. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.exit(new AuditCommand(System.getenv(), out).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    List<String> files = new ArrayList<>(arguments);
    boolean toTheEnd = files.remove(TO_THE_END);
    if (files.isEmpty()) {
      out.println("usage: audit [" + TO_THE_END + "] LOG...");
      return 2;
    }
    DeliveryAudit audit = toTheEnd ? DeliveryAudit.toTheEnd() : DeliveryAudit.ofWhatCame();
    try (Connection connection = connect()) {
      return audit(audit, readLogs(files), new StoredStreams(connection));
    } catch (IOException | SQLException | IllegalArgumentException e) {
      out.println("The audit failed: " + e.getMessage());
      return 2;
    }
  }

  private int audit(DeliveryAudit audit, Map<String, ReaderLog> logs, StoredStreams database)
      throws SQLException {
    AuditTable table = new AuditTable(out);
    Map<String, StoredStream> streams = new TreeMap<>();
    for (Map.Entry<String, ReaderLog> log : logs.entrySet()) {
      for (String name : log.getValue().streams().stream().sorted().toList()) {
        StoredStream stored = streams.get(name);
        if (stored == null) {
          stored = database.read(name);
          streams.put(name, stored);
        }
        table.add(log.getKey(), name, audit.compare(log.getValue(), name, stored));
      }
    }
    streams.forEach((name, stored) -> table.addDatabase(name, stored.holes(), stored.repeats()));
    return table.end() ? 0 : 1;
  }

  private static Map<String, ReaderLog> readLogs(List<String> files) throws IOException {
    Map<String, ReaderLog> logs = new TreeMap<>();
    for (String file : files) {
      LogFile log = new LogFile();
      int number = 0;
      for (String line : Files.readAllLines(Path.of(file))) {
        number++;
        add(log, line, file + ":" + number);
      }
      logs.put(file, log.toReaderLog());
    }
    return logs;
  }

  private static void add(LogFile log, String line, String place) {
    try {
      if (!line.isBlank()) {
        log.add(line);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    String url =
        "jdbc:postgresql://%s:%s/%s"
            .formatted(
                environment.getOrDefault("DB_HOST", "localhost"),
                environment.getOrDefault("DB_PORT", "5432"),
                environment.getOrDefault("DB_NAME", "switchboard"));
    Connection connection =
        DriverManager.getConnection(
            url,
            environment.getOrDefault("DB_USER", "switchboard"),
            environment.getOrDefault("DB_PASSWORD", ""));
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    return connection;
  }
}
