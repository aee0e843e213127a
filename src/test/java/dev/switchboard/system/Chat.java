package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A chat that exists, and the user who made it. */
record Chat(Account owner, String id) {

  static final String PUSHED = "WebSocket";

  static Chat of(Account owner) {
    Chat chat = new Chat(owner, uniqueId());
    chat.let(owner, "owner");
    return chat;
  }

  static String uniqueId() {
    return "chat." + UUID.randomUUID();
  }

  static Map<String, Object> permission(String userId, String chatId, String role) {
    return Map.of("userId", userId, "chatId", chatId, "role", role);
  }

  /** What is published: the members of the payload may be changed. */
  static Map<String, Object> message(
      String channel, String type, String chatId, Map<String, Object> changes) {
    Map<String, Object> payload = new HashMap<>();
    payload.put("chatId", chatId);
    payload.put("eventType", "said");
    payload.put("content", "hello");
    payload.putAll(changes);
    return Map.of("targetChannel", channel, "messageType", type, "payload", payload);
  }

  Map<String, Object> fifo(String content) {
    return message(PUSHED, "fifo", id, Map.of("content", content));
  }

  Map<String, Object> standard(String content, boolean numbered) {
    return message(PUSHED, "standard", id, Map.of("content", content, "requestSequence", numbered));
  }

  /** Gives a user a role. */
  Chat let(Account user, String role) {
    Answer answer = owner.api().post("/permissions", permission(user.userId(), id, role));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return this;
  }

  Answer withdraw(Account user) {
    return withdrawAs(owner, user);
  }

  Answer withdrawAs(Account caller, Account user) {
    return caller
        .api()
        .call("DELETE", "/permissions?userId=" + user.userId() + "&chatId=" + id)
        .send();
  }

  Answer publish(Map<String, Object> message) {
    return publishAs(owner, message);
  }

  Answer publishAs(Account author, Map<String, Object> message) {
    return author.api().post("/publish", message);
  }

  /** Publishes and waits until it is stored; the stored message. */
  JsonObject say(String content) {
    return stored(publish(fifo(content)));
  }

  /** The message that was accepted, once it is stored. */
  JsonObject stored(Answer accepted) {
    owner.api().succeeded(accepted);
    return messages("&limit=100").stream()
        .filter(message -> message.getString("messageId").equals(accepted.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Publishes that many messages one by one and waits until the chat holds one numbered so. */
  Chat filled(int messages) {
    for (int i = 1; i <= messages; i++) {
      assertThat(publish(fifo("message " + i)).status()).isEqualTo(202);
    }
    return awaitSequence(messages);
  }

  Chat awaitSequence(int number) {
    patiently()
        .untilAsserted(() -> assertThat(messages("&afterSequence=" + (number - 1))).isNotEmpty());
    return this;
  }

  String path() {
    return "/messages?chatId=" + id;
  }

  List<JsonObject> messages(String query) {
    Answer answer = owner.api().get(path() + query);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return messages(answer);
  }

  static List<JsonObject> messages(Answer page) {
    JsonArray messages = page.json().getJsonArray("messages");
    return messages.getValuesAs(JsonObject.class);
  }

  /** All the messages that a walk from page to page brings. */
  List<JsonObject> walk(String query) {
    Answer page = owner.api().get(path() + query);
    List<JsonObject> seen = new ArrayList<>(messages(page));
    while (page.json().containsKey("nextKey")) {
      String key = URLEncoder.encode(page.string("nextKey"), StandardCharsets.UTF_8);
      page = owner.api().get(path() + query + "&startKey=" + key);
      seen.addAll(messages(page));
    }
    return seen;
  }

  /** All the numbered ones that are stored, oldest first. */
  List<JsonObject> history() {
    return walk("&limit=100&afterSequence=0");
  }

  Map<String, Object> subscription() {
    return Map.of("action", "subscribe", "chatId", id);
  }

  Map<String, Object> subscription(long since) {
    return Map.of("action", "subscribe", "chatId", id, "since", since);
  }

  /** The messages of this chat that a socket got so far. */
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
    return Socket.type(frame).equals(type) && frame.getString("chatId", "").equals(id);
  }

  static List<String> contents(List<JsonObject> messages) {
    return messages.stream().map(message -> message.getString("content")).toList();
  }
}
