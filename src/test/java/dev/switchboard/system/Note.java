package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A note that was accepted, and the user whose it is. */
record Note(Account author, String id) {

  static final String QUEUE = "switchboard.notes";
  static final String MINE = "mine";
  static final String PUBLIC = "public";

  static Map<String, Object> form(String content, boolean isPublic) {
    return Map.of("content", content, "isPublic", isPublic);
  }

  static Answer submit(Account author, String content, boolean isPublic) {
    return author.api().post("/notes", form(content, isPublic));
  }

  /** A note that is on its way. */
  static Note accepted(Account author, Answer accepted) {
    assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
    return new Note(author, accepted.string("noteId"));
  }

  /** A note that is saved. */
  static Note saved(Account author, String content, boolean isPublic) {
    Answer accepted = submit(author, content, isPublic);
    author.api().succeeded(accepted);
    return accepted(author, accepted);
  }

  /** What a client sends to follow a feed of notes. */
  static Map<String, Object> subscription(String feed) {
    return Map.of("action", "subscribe", "notes", feed);
  }

  static Map<String, Object> subscription(String feed, long since) {
    return Map.of("action", "subscribe", "notes", feed, "since", since);
  }

  String path() {
    return "/notes/" + id;
  }

  Answer getAs(Account reader) {
    return reader.api().get(path());
  }

  JsonObject read() {
    Answer answer = getAs(author);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  Answer updateAs(Account caller, Map<String, Object> form) {
    return caller.api().call("PUT", path()).json(form).send();
  }

  Answer update(String content, boolean isPublic) {
    return updateAs(author, form(content, isPublic));
  }

  Answer update(String content, boolean isPublic, String key) {
    return author
        .api()
        .call("PUT", path())
        .json(form(content, isPublic))
        .header("Idempotency-Key", key)
        .send();
  }

  Answer deleteAs(Account caller) {
    return caller.api().call("DELETE", path()).send();
  }

  Answer delete() {
    return deleteAs(author);
  }

  /** Changes it and waits until that is done. */
  Note changed(String content, boolean isPublic) {
    author.api().succeeded(update(content, isPublic));
    return this;
  }

  /** Removes it and waits until that is done. */
  Note removed() {
    author.api().succeeded(delete());
    return this;
  }

  /** An id as a door makes it whose clock is behind. */
  static UUID idFromLongAgo() {
    return new UUID(0x0180_0000_0000_7000L, UUID.randomUUID().getLeastSignificantBits());
  }

  /** Puts a change on the queue, as the door would send it. */
  void plantUpdate(UUID commandId, String content) {
    Map<String, Object> command =
        Map.of(
            "id",
            commandId.toString(),
            "author",
            author.userId(),
            "change",
            "UPDATE",
            "noteId",
            id,
            "userId",
            author.userId(),
            "username",
            author.username(),
            "content",
            content);
    Poison.plant(QUEUE, JsonText.of(command), Map.of());
  }

  /** What a socket was told of this note in a feed so far. */
  List<JsonObject> in(Socket socket, String feed) {
    return socket.objects().stream()
        .filter(frame -> frame.getString("notes", "").equals(feed))
        .filter(frame -> frame.getString("noteId", "").equals(id))
        .toList();
  }

  List<JsonObject> await(Socket socket, String feed, int count) {
    return patiently().until(() -> in(socket, feed), events -> events.size() >= count);
  }

  static List<String> texts(String member, List<JsonObject> objects) {
    return objects.stream().map(object -> object.getString(member, "")).toList();
  }
}
