package dev.switchboard.bus;

import dev.switchboard.platform.json.Json;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The body of a message that somebody else than its receiver looks at. */
record BodyText(String text) {
  private static final Pattern SECRET =
      Pattern.compile("password|secret|token|credential", Pattern.CASE_INSENSITIVE);
  private static final String HIDDEN = "(hidden)";

  /** The text of a message; bytes in Base64; of anything else an empty one. */
  static BodyText of(Message message) throws JMSException {
    if (message instanceof BytesMessage bytes) {
      byte[] body = Objects.requireNonNullElse(bytes.getBody(byte[].class), new byte[0]);
      return new BodyText(Base64.getEncoder().encodeToString(body));
    }
    return new BodyText(
        message instanceof TextMessage text ? Objects.requireNonNullElse(text.getText(), "") : "");
  }

  /**
   * The body with every member hidden whose name tells of a secret; all of it where it tells of one
   * and is not JSON.
   */
  String withoutSecrets() {
    return structure()
        .map(BodyText::hide)
        .map(JsonValue::toString)
        .orElseGet(() -> SECRET.matcher(text).find() ? HIDDEN : text);
  }

  /** The texts that somebody wrote, the longest first; all of the body where it is not JSON. */
  List<String> texts() {
    return structure()
        .map(body -> texts(body).toList())
        .orElseGet(() -> text.lines().toList())
        .stream()
        .sorted((a, b) -> b.length() - a.length())
        .toList();
  }

  private Optional<JsonValue> structure() {
    try {
      return Optional.of(Json.parse(text));
    } catch (RuntimeException notJson) {
      // Of several kinds: the parser has one of its own for what is nested too deep.
      return Optional.empty();
    }
  }

  private static JsonObject hide(JsonObject object) {
    JsonObjectBuilder shown = Json.object();
    for (Map.Entry<String, JsonValue> member : object.entrySet()) {
      if (SECRET.matcher(member.getKey()).find()) {
        shown.add(member.getKey(), HIDDEN);
      } else {
        shown.add(member.getKey(), hide(member.getValue()));
      }
    }
    return shown.build();
  }

  private static JsonValue hide(JsonValue value) {
    if (value instanceof JsonObject object) {
      return hide(object);
    }
    if (value instanceof JsonArray array) {
      return Json.array(array.stream().map(BodyText::hide).toList()).build();
    }
    return value;
  }

  private static Stream<String> texts(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object.values().stream().flatMap(BodyText::texts);
    }
    if (value instanceof JsonArray array) {
      return array.stream().flatMap(BodyText::texts);
    }
    return value instanceof JsonString string ? Stream.of(string.getString()) : Stream.empty();
  }
}
