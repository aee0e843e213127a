package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.IntStream.rangeClosed;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.switchboard.system.Poison;
import jakarta.json.JsonValue;
import java.util.Map;

/** The dead letters of one queue, as the page of operations shows them. */
record Letters(Window admin) {

  /** A queue that other tests leave alone. */
  static final String QUEUE = "switchboard.boards";

  /** Puts so many onto the queue that nobody can carry out; the text that they hold. */
  static String planted(int count) {
    String text = Member.unique("no command");
    rangeClosed(1, count).forEach(i -> Poison.plant(QUEUE, text + " " + i, Map.of()));
    return text;
  }

  /** Chooses the queue on the page of operations. */
  static Letters of(Window admin, String queue) {
    admin.goTo("Operations").field("Queue").selectOption(queue);
    return new Letters(admin);
  }

  /** Those that hold the text. */
  Locator holding(String text) {
    return admin.inFront().locator(".letter").filter(new Locator.FilterOptions().setHasText(text));
  }

  void press(Locator letter, String button) {
    letter
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  /** Removes those of the queue that hold the text, however many. */
  static void removeAll(String text) {
    Member admin = Member.admin();
    admin.get("/dead-letters?limit=100&queue=" + QUEUE).getJsonArray("items").stream()
        .map(JsonValue::asJsonObject)
        .filter(letter -> letter.getString("body").contains(text))
        .forEach(letter -> admin.delete("/dead-letters/" + letter.getString("id")));
  }

  void remove(String text) {
    press(holding(text), "Remove");
    assertThat(holding(text)).hasCount(0);
  }
}
