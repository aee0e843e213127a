package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InBrowser(2)
class AdminIT {

  /** After so long the page has asked anew for everything. */
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  /** A test that failed may have left some. */
  @BeforeEach
  void without_letters() {
    Letters.removeAll("");
  }

  @Test
  void charts_move(Browsers browsers) {
    Window admin = browsers.timed(Member.admin()).goTo("Operations");
    Locator chart = admin.inFront().locator(".chart polyline").first();
    assertThat(chart).hasAttribute("points", Pattern.compile("\\d"));
    String before = chart.getAttribute("points");

    admin.passes(A_WHILE);

    assertThat(chart).not().hasAttribute("points", before);
    assertThat(admin.inFront().locator(".nodes li")).not().hasCount(0);
    assertThat(admin.inFront().locator("table")).containsText("board-messages");
  }

  @Test
  void a_dead_letter_is_inspected_replayed_and_removed_when_that_is_meant(Browsers browsers) {
    String text = Letters.planted(1);
    Window admin = browsers.windowOf(Member.admin());
    List<String> asked = new ArrayList<>();
    admin.inFront().onDialog(dialog -> asked.add(dialog.message()));
    Letters letters = Letters.of(admin, Letters.QUEUE);
    Locator letter = letters.holding(text);

    assertThat(letter).hasCount(1);
    letter.locator("summary").click();
    assertThat(letter.locator("pre")).containsText(text);
    String id = letter.getAttribute("data-id");
    letters.press(letter, "Replay");
    assertThat(letter).not().hasAttribute("data-id", id);
    letters.remove(text);

    assertThat(asked).singleElement().asString().contains("Remove this dead letter?");
  }

  @Test
  void all_letters_can_be_inspected_and_replayed_however_many(Browsers browsers) {
    String text = Letters.planted(21);
    Window admin = browsers.timed(Member.admin());
    Letters letters = Letters.of(admin, Letters.QUEUE);
    Locator all = letters.holding(text);

    assertThat(all).hasCount(20);
    admin.press("Show older ones");
    assertThat(all).hasCount(21);
    Locator last = all.last();
    last.locator("summary").click();
    admin.answered("/dead-letters?*", () -> admin.passes(A_WHILE));
    admin.answered("/dead-letters?*", () -> admin.passes(A_WHILE));
    assertThat(all).hasCount(21);
    assertThat(last.locator("pre")).isVisible();
    String id = last.getAttribute("data-id");
    admin.press("Replay all");

    assertThat(admin.inFront().locator("[data-id='" + id + "']")).hasCount(0);
    assertThat(all).hasCount(21);
    Letters.removeAll(text);
  }

  @Test
  void others_have_no_operations(Browsers browsers) {
    Window ann = browsers.windowOf(Member.called("ann")).goTo("Notes");
    assertThat(ann.inFront().locator("sb-notes-page")).isVisible();

    ann.at("admin");

    assertThat(ann.inFront().locator("sb-rooms-page")).isVisible();
    assertThat(ann.inFront().locator("sb-admin-page")).hasCount(0);
    assertThat(ann.inFront().getByText("Operations")).hasCount(0);
  }
}
