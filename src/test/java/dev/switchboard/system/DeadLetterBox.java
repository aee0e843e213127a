package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The dead letters of the installation under test, as an administrator sees them. */
record DeadLetterBox(Api admin) {

  static DeadLetterBox ofInstallation() {
    return new DeadLetterBox(Accounts.admin().api());
  }

  static boolean holds(JsonObject letter, String text) {
    return letter.getString("body", "").contains(text);
  }

  /** The letters of a queue, in pages of that size. */
  List<JsonObject> of(String queue, int pageSize) {
    return all("queue=" + queue + "&", pageSize);
  }

  /** The letters of all queues whose body holds a text. */
  List<JsonObject> ofAll(String text) {
    return all("", 100).stream().filter(letter -> holds(letter, text)).toList();
  }

  private List<JsonObject> all(String query, int pageSize) {
    Answer page = admin.get("/dead-letters?" + query + "limit=" + pageSize);
    List<JsonObject> letters = new ArrayList<>(items(page, pageSize));
    Optional<URI> next = page.nextLink();
    while (next.isPresent()) {
      page = admin.follow(next.get());
      letters.addAll(items(page, pageSize));
      next = page.nextLink();
    }
    return letters;
  }

  List<JsonObject> of(String queue) {
    return of(queue, 100);
  }

  /** The letters of a queue whose body holds a text. */
  List<JsonObject> of(String queue, String text) {
    return of(queue).stream().filter(letter -> holds(letter, text)).toList();
  }

  JsonObject await(String queue, Predicate<JsonObject> wanted) {
    return patiently()
        .until(() -> of(queue).stream().filter(wanted).findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  JsonObject await(String queue, String text) {
    return await(queue, letter -> holds(letter, text));
  }

  Answer replay(JsonObject letter) {
    return admin.call("POST", "/dead-letters/" + letter.getString("id") + "/replay").send();
  }

  Answer replayAll(String queue) {
    return admin.call("POST", "/dead-letters/replay?queue=" + queue).send();
  }

  Answer remove(JsonObject letter) {
    return admin.call("DELETE", "/dead-letters/" + letter.getString("id")).send();
  }

  private static List<JsonObject> items(Answer page, int limit) {
    assertThat(page.status()).as("%s", page).isEqualTo(200);
    assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
    assertThat(page.next().isPresent()).isEqualTo(page.nextLink().isPresent());
    return page.items();
  }
}
