package dev.switchboard.audit;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads the log of one client: one JSON frame a line, as it came. A {@code welcome} begins a
 * connection, a {@code subscribed} a subscription. A client that also writes down its own {@code
 * subscribe} frames tells what it asked for; otherwise that is taken from the answer.
 */
final class LogFile {
  private final ReaderLog log = new ReaderLog();
  private final Map<String, Long> asked = new HashMap<>();

  /**
   * Takes in a line.
   *
   * @throws IllegalArgumentException when it is not a JSON object
   */
  void add(String line) {
    LoggedFrame frame = parse(line);
    switch (frame.type()) {
      case "welcome" -> log.connected();
      case "subscribed" -> frame.stream().ifPresent(stream -> subscribed(stream, frame));
      case "unsubscribed" -> frame.stream().ifPresent(log::unsubscribed);
      case "gap" -> frame.stream().ifPresent(stream -> gap(stream, frame));
      default -> frame.stream().ifPresent(stream -> other(stream, frame));
    }
  }

  /** What the client received. */
  ReaderLog toReaderLog() {
    return log;
  }

  private void subscribed(String stream, LoggedFrame frame) {
    long last = frame.number("lastSequence").orElse(0);
    Long since = asked.remove(stream);
    if (since == null) {
      log.subscribed(stream, last, frame.number("replayed").orElse(0));
    } else {
      log.subscribed(stream, Math.min(since, last));
    }
  }

  private void gap(String stream, LoggedFrame frame) {
    log.gap(stream, frame.number("from").orElse(0), frame.number("to").orElse(-1));
  }

  private void other(String stream, LoggedFrame frame) {
    OptionalLong number = frame.sequenceNumber();
    if (frame.asksToSubscribe()) {
      frame.number("since").ifPresentOrElse(n -> asked.put(stream, n), () -> asked.remove(stream));
    } else if (number.isPresent()) {
      log.received(stream, number.getAsLong(), frame.id().orElse(null));
    }
  }

  private static LoggedFrame parse(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return new LoggedFrame(reader.readObject());
    } catch (JsonException e) {
      throw new IllegalArgumentException("not a JSON object", e);
    }
  }
}
