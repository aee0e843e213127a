package dev.switchboard.realtime;

import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.paging.Limit;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A frame that a client sent: a JSON object.
 *
 * @param members what stands in it
 */
public record ClientFrame(JsonObject members) {
  static ClientFrame parse(String text) {
    try (JsonParser parser = Json.parser(text)) {
      if (parser.next() == JsonParser.Event.START_OBJECT) {
        JsonObject members = parser.getObject();
        if (!parser.hasNext()) {
          return new ClientFrame(members);
        }
      }
    } catch (RuntimeException e) {
      // Of several kinds: the parser has one of its own for what is nested too deep.
      throw new FrameException(ErrorCode.INVALID, "The frame is not JSON.");
    }
    throw new FrameException(ErrorCode.INVALID, "The frame is not one JSON object.");
  }

  /** The frame without a member: what stands for one that cannot be read. */
  static ClientFrame unreadable() {
    return new ClientFrame(JsonValue.EMPTY_JSON_OBJECT);
  }

  /** A member that is a text. */
  public Optional<String> text(String name) {
    JsonValue value = members.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonString string) {
      return Optional.of(string.getString());
    }
    throw new FrameException(ErrorCode.INVALID, "'" + name + "' is not a text.");
  }

  /** A member that is a whole number, 0 or above. */
  public OptionalLong number(String name) {
    JsonValue value = members.get(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    try {
      long number = ((JsonNumber) value).bigDecimalValue().longValueExact();
      if (number >= 0) {
        return OptionalLong.of(number);
      }
    } catch (ArithmeticException | ClassCastException e) {
      throw new FrameException(ErrorCode.INVALID, notWhole(name));
    }
    throw new FrameException(ErrorCode.INVALID, notWhole(name));
  }

  /** How many things the client asks for, as a list over REST would be asked. */
  public Limit limit(int otherwise) {
    return Limit.of(String.valueOf(number("limit").orElse(otherwise)));
  }

  private static String notWhole(String name) {
    return "'" + name + "' is not a whole number of 0 or above.";
  }

  /** Begins an answer to this frame: its type, and the client's {@code requestId}. */
  public JsonObjectBuilder answer(String type) {
    JsonObjectBuilder answer = Json.object().add("type", type);
    JsonValue requestId = members.get("requestId");
    return requestId == null ? answer : answer.add("requestId", requestId);
  }

  String error(ErrorCode code, String message) {
    JsonObjectBuilder error = answer("error").add("code", code.word()).add("message", message);
    if (members.get("action") instanceof JsonString action) {
      error.add("action", action);
    }
    return error.build().toString();
  }
}
