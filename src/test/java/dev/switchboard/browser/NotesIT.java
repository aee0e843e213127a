package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

@InBrowser
class NotesIT {

  @Test
  void a_note_appears_in_every_window_of_its_author_and_changes_in_all(Browsers browsers) {
    Member ann = Member.called("ann");
    Window one = browsers.of(ann).goTo("Notes");
    Window other = browsers.of(ann).goTo("Notes");

    write(one, "buy milk");
    other.sees("buy milk");
    assertThat(one.around("buy milk")).not().containsText("Pending");
    other.press("Edit the note");
    edit(other, "buy bread");
    one.sees("buy bread").seesNot("buy milk");
    one.press("Delete the note");

    one.seesNot("buy bread");
    other.seesNot("buy bread");
  }

  @Test
  void a_public_note_is_seen_by_everybody_until_it_is_private(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann")).goTo("Notes");
    Window bob = browsers.of(Member.called("bob")).at("notes/public");
    String text = Member.unique("for everybody");

    write(ann, text);
    share(ann);
    bob.sees(text);
    assertThat(ann.around(text)).containsText("Public");
    share(ann);

    bob.seesNot(text);
  }

  @Test
  void a_note_is_pending_until_it_is_saved(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann")).goTo("Notes");
    ann.page().route("**/notes", route -> route.abort());

    write(ann, "soon");
    assertThat(ann.around("soon")).containsText("Pending");
    ann.page().unroute("**/notes");

    assertThat(ann.around("soon")).not().containsText("Pending");
    ann.sees("soon");
  }

  @Test
  void a_note_that_fails_says_why_and_can_be_tried_again(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann")).goTo("Notes");
    ann.page().route("**/notes", route -> Refusal.of("no ink").answer(route));

    write(ann, "scribble");
    assertThat(ann.around("scribble")).containsText("Failed");
    assertThat(ann.around("scribble")).containsText("no ink");
    ann.page().unroute("**/notes");
    ann.press("Try again");

    assertThat(ann.around("scribble")).not().containsText("Failed");
    ann.page().reload();
    ann.sees("scribble");
  }

  private static void write(Window window, String text) {
    window.page().locator(".write textarea").fill(text);
    window.press("Add the note");
  }

  /** Shares a note with everybody or, if it is shared, no longer. */
  private static void share(Window window) {
    window.press("Edit the note");
    window.page().locator(".card").getByText("Everybody may read it").click();
    window.press("Save");
  }

  private static void edit(Window window, String text) {
    Locator card = window.page().locator(".card");
    card.locator("textarea").fill(text);
    window.press("Save");
  }
}
