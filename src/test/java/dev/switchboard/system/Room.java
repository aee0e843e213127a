package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A room, and a user who speaks in it. */
record Room(Account speaker, String id) {

  /** One in which nothing was said yet. */
  static Room of(Account speaker) {
    return new Room(speaker, "room." + UUID.randomUUID());
  }

  /** The same room as another user sees it. */
  Room as(Account other) {
    return new Room(other, id);
  }

  /** What a client sends to say something. */
  Map<String, Object> message(String content) {
    return Map.of("action", "sendMessage", "roomId", id, "content", content);
  }

  /** The same, with members added or changed. */
  Map<String, Object> message(String content, Map<String, Object> changes) {
    Map<String, Object> frame = new HashMap<>(message(content));
    frame.putAll(changes);
    return frame;
  }

  /** Says something and waits until it is stored; the stored message. */
  JsonObject say(Socket socket, String content) {
    return stored(socket.ask(message(content)));
  }

  /** The message that was accepted, once it is stored. */
  JsonObject stored(JsonObject accepted) {
    assertThat(Socket.type(accepted)).as("%s", accepted).isEqualTo("accepted");
    String id = accepted.getString("messageId");
    return patiently()
        .until(() -> messages("?limit=100"), all -> all.stream().anyMatch(each -> is(id, each)))
        .stream()
        .filter(each -> is(id, each))
        .findFirst()
        .orElseThrow();
  }

  private static boolean is(String id, JsonObject message) {
    return message.getString("messageId").equals(id);
  }

  /** Says so many things, one behind the other, and waits until all of them are stored. */
  Room filled(int messages) {
    List<String> contents = new ArrayList<>();
    for (int i = 1; i <= messages; i++) {
      contents.add("message " + i);
    }
    return filled(contents);
  }

  /** Says all that, one behind the other, in a room that is empty; waits until it is stored. */
  Room filled(List<String> contents) {
    try (Socket socket = speaker.connect()) {
      contents.forEach(content -> socket.send(message(content)));
      return awaitSequence(contents.size());
    }
  }

  Room awaitSequence(int number) {
    patiently()
        .untilAsserted(() -> assertThat(messages("?afterSequence=" + (number - 1))).isNotEmpty());
    return this;
  }

  String path() {
    return "/rooms/" + id + "/messages";
  }

  List<JsonObject> messages(String query) {
    Answer answer = speaker.api().get(path() + query);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.items();
  }

  /** All that is stored, oldest first. */
  List<JsonObject> history() {
    return new Walk(speaker.api()).items(path() + "?limit=100&afterSequence=0");
  }

  Map<String, Object> subscription() {
    return Map.of("action", "subscribe", "roomId", id);
  }

  Map<String, Object> subscription(long since) {
    return Map.of("action", "subscribe", "roomId", id, "since", since);
  }

  /** What a client sends to ask for the latest messages. */
  Map<String, Object> question(Map<String, Object> members) {
    Map<String, Object> frame = new HashMap<>(members);
    frame.put("action", "getMessages");
    frame.put("roomId", id);
    return frame;
  }

  /** The messages of this room that a socket was sent so far. */
  List<JsonObject> in(Socket socket) {
    return socket.objects().stream()
        .filter(frame -> isOf("message", frame))
        .map(frame -> frame.getJsonObject("message"))
        .toList();
  }

  List<JsonObject> await(Socket socket, int count) {
    return patiently().until(() -> in(socket), messages -> messages.size() >= count);
  }

  boolean isOf(String type, JsonObject frame) {
    return Socket.type(frame).equals(type) && frame.getString("roomId", "").equals(id);
  }

  /** The messages of a history that a socket was answered with. */
  static List<JsonObject> messages(JsonObject history) {
    return history.getJsonArray("messages").getValuesAs(JsonObject.class);
  }

  static List<String> contents(List<JsonObject> messages) {
    return messages.stream().map(message -> message.getString("content")).toList();
  }
}
