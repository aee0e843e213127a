package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.launch.Server;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** What a server writes, a line of JSON for each event. */
record ServerLog(Server server) {

  /** From the next start on the server logs as it does in a container. */
  static ServerLog of(Server server) {
    server
        .set("LOG_EVENTS", "info")
        .set("WLP_LOGGING_CONSOLE_FORMAT", "JSON")
        .set("WLP_LOGGING_CONSOLE_SOURCE", "message,ffdc")
        .set("WLP_LOGGING_CONSOLE_LOGLEVEL", "INFO");
    return new ServerLog(server);
  }

  String text() {
    try {
      return Files.readString(server.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that tell of such events with this field, once there are as many. */
  List<JsonObject> await(int count, String event, String field, String value) {
    patiently()
        .untilAsserted(
            () -> assertThat(lines(event, field, value)).hasSizeGreaterThanOrEqualTo(count));
    List<JsonObject> lines = lines(event, field, value);
    assertThat(lines).hasSize(count);
    return lines;
  }

  private List<JsonObject> lines(String event, String field, String value) {
    return text()
        .lines()
        .filter(line -> line.startsWith("{") && line.endsWith("}") && line.contains(value))
        .map(ServerLog::parse)
        .filter(line -> event.equals(line.getString("ext_event", "")))
        .filter(line -> value.equals(line.getString("ext_" + field, "")))
        .toList();
  }

  private static JsonObject parse(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}
