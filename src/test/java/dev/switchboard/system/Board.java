package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A board that exists, and the user who made it. */
record Board(Account owner, String id) {

  static final String TOPIC = "news";

  static Board of(Account owner) {
    return named(owner, "Board of " + owner.username());
  }

  static Board named(Account owner, String name) {
    return created(owner, owner.api().post("/boards", Map.of("name", name)));
  }

  /** Waits for the board whose making was accepted. */
  static Board created(Account owner, Answer accepted) {
    owner.api().succeeded(accepted);
    return new Board(owner, accepted.id());
  }

  static Map<String, String> message(String topic, String data) {
    return Map.of("topic", topic, "data", data);
  }

  String path() {
    return "/boards/" + id;
  }

  Answer post(String data) {
    return postAs(owner, data);
  }

  Answer postAs(Account author, String data) {
    return author.api().post(path() + "/messages", message(TOPIC, data));
  }

  /** Posts and waits until it is stored; the stored message. */
  JsonObject say(String data) {
    Answer accepted = post(data);
    owner.api().succeeded(accepted);
    return messages("?limit=100").stream()
        .filter(message -> message.getString("id").equals(accepted.id()))
        .findFirst()
        .orElseThrow();
  }

  /** Posts that many messages one by one and waits until the board holds one numbered so. */
  Board filled(int messages) {
    for (int i = 1; i <= messages; i++) {
      assertThat(post("message " + i).status()).isEqualTo(202);
    }
    awaitSequence(messages);
    return this;
  }

  void awaitSequence(int number) {
    patiently().untilAsserted(() -> assertThat(lastSequence()).isGreaterThanOrEqualTo(number));
  }

  int lastSequence() {
    return messages("?limit=1").stream().mapToInt(Board::sequence).findFirst().orElse(0);
  }

  List<JsonObject> messages(String query) {
    Answer answer = owner.api().get(path() + "/messages" + query);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.items();
  }

  /** All that is stored, oldest first. */
  List<JsonObject> history() {
    List<JsonObject> all = new ArrayList<>();
    List<JsonObject> page = messages("?limit=100&afterSequence=0");
    while (!page.isEmpty()) {
      all.addAll(page);
      page = messages("?limit=100&afterSequence=" + sequence(page.get(page.size() - 1)));
    }
    return all;
  }

  static int sequence(JsonObject message) {
    return message.getInt("sequenceNumber");
  }

  static List<Integer> sequences(List<JsonObject> messages) {
    return messages.stream().map(Board::sequence).toList();
  }

  static List<Integer> numbers(int first, int last) {
    return Stream.iterate(first, n -> n <= last, n -> n + 1).toList();
  }
}
