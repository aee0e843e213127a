package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A post that is commented on, known by its id alone, and the user who comments most. */
record Post(Account commenter, String id) {

  private static final String ALL = "*";

  static Post of(Account commenter) {
    return new Post(commenter, "post." + UUID.randomUUID());
  }

  static Map<String, String> comment(String content) {
    return Map.of("content", content);
  }

  String path() {
    return "/posts/" + id + "/comments";
  }

  String path(String commentId) {
    return path() + "/" + commentId;
  }

  Answer post(String content) {
    return commenter.api().post(path(), comment(content));
  }

  Answer edit(String commentId, String content) {
    return editAs(commenter, commentId, content);
  }

  Answer editAs(Account caller, String commentId, String content) {
    return caller.api().call("PUT", path(commentId)).json(comment(content)).send();
  }

  Answer remove(String commentId) {
    return removeAs(commenter, commentId);
  }

  Answer removeAs(Account caller, String commentId) {
    return caller.api().call("DELETE", path(commentId)).send();
  }

  /** Comments and waits until it is stored; the stored comment. */
  JsonObject say(String content) {
    Answer accepted = post(content);
    commenter.api().succeeded(accepted);
    return stored(accepted.id());
  }

  /** The stored comment with this id. */
  JsonObject stored(String commentId) {
    return comments().stream()
        .filter(comment -> comment.getString("id").equals(commentId))
        .findFirst()
        .orElseThrow();
  }

  /** Comments that many times one by one and waits until all is stored. */
  Post filled(int comments) {
    for (int i = 1; i <= comments; i++) {
      assertThat(post("comment " + i).status()).isEqualTo(202);
    }
    patiently().until(() -> comments().size() >= comments);
    return this;
  }

  /** The first hundred of what is stored, oldest first. */
  List<JsonObject> comments() {
    return list("?limit=100").items();
  }

  Answer list(String query) {
    Answer answer = commenter.api().get(path() + query);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer;
  }

  static List<String> contents(List<JsonObject> comments) {
    return comments.stream().map(comment -> comment.getString("content")).toList();
  }

  Map<String, Object> subscription() {
    return Map.of("action", "subscribe", "postId", id);
  }

  Map<String, Object> subscription(long since) {
    return Map.of("action", "subscribe", "postId", id, "since", since);
  }

  static Map<String, Object> subscriptionToAll() {
    return Map.of("action", "subscribe", "postId", ALL);
  }

  static Map<String, Object> subscriptionToAll(long since) {
    return Map.of("action", "subscribe", "postId", ALL, "since", since);
  }

  /** The events of this post's stream that a socket got so far. */
  List<JsonObject> events(Socket socket) {
    return eventsOf(id, socket);
  }

  List<JsonObject> awaitEvents(Socket socket, int count) {
    return patiently().until(() -> events(socket), events -> events.size() >= count);
  }

  /** The events of this post in the stream of all posts. */
  List<JsonObject> eventsAmongAll(Socket socket) {
    return allEvents(socket).stream()
        .filter(event -> event.getJsonObject("data").getString("postId").equals(id))
        .toList();
  }

  List<JsonObject> awaitEventsAmongAll(Socket socket, int count) {
    return patiently().until(() -> eventsAmongAll(socket), events -> events.size() >= count);
  }

  /** The events of the stream of all posts. */
  static List<JsonObject> allEvents(Socket socket) {
    return eventsOf(ALL, socket);
  }

  private static List<JsonObject> eventsOf(String key, Socket socket) {
    return socket.objects().stream()
        .filter(frame -> Socket.type(frame).startsWith("comment."))
        .filter(frame -> frame.getString("postId").equals(key))
        .toList();
  }

  static List<String> types(List<JsonObject> events) {
    return events.stream().map(Socket::type).toList();
  }
}
