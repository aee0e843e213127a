package dev.switchboard.audit;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A frame of the socket as a client wrote it down. */
record LoggedFrame(JsonObject members) {
  private static final Map<String, String> KIND_BY_KEY =
      Map.of("boardId", "board", "chatId", "chat", "roomId", "room", "postId", "post");

  String type() {
    return members.getString("type", "");
  }

  boolean asksToSubscribe() {
    return members.getString("action", "").equals("subscribe");
  }

  /** The name of the stream that the frame is about, such as {@code chat:lobby}. */
  Optional<String> stream() {
    return Stream.of(members, inner("data"))
        .flatMap(
            object ->
                KIND_BY_KEY.entrySet().stream()
                    .filter(kind -> object.get(kind.getKey()) instanceof JsonString)
                    .map(kind -> kind.getValue() + ":" + object.getString(kind.getKey())))
        .findFirst();
  }

  /** The number of the entry that the frame brings. */
  OptionalLong sequenceNumber() {
    OptionalLong number = number(inner("message"), "sequenceNumber");
    return number.isPresent() ? number : number("sequenceNumber");
  }

  /** The identity of the entry that the frame brings, where it tells one. */
  Optional<String> id() {
    JsonObject message = inner("message");
    return Stream.of("messageId", "id")
        .map(message::get)
        .filter(JsonString.class::isInstance)
        .map(id -> ((JsonString) id).getString())
        .findFirst();
  }

  OptionalLong number(String name) {
    return number(members, name);
  }

  private static OptionalLong number(JsonObject object, String name) {
    return object.get(name) instanceof JsonNumber number
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  private JsonObject inner(String name) {
    return members.get(name) instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
  }
}
