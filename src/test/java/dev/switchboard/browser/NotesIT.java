package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.switchboard.system.Spoilage;
import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@InBrowser
@ResourceLock(Spoilage.LOCK)
class NotesIT {

  private final Member ann = Member.called("ann");

  @Test
  void a_note_appears_in_every_window_of_its_author_and_changes_in_all(Browsers browsers) {
    Window one = browsers.windowOf(ann).goTo("Notes");
    Window other = browsers.windowOf(ann).goTo("Notes");

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
    Window anns = browsers.windowOf(ann).goTo("Notes");
    Window bobs = browsers.windowOf(Member.called("bob")).at("notes/public");
    String text = Member.unique("for everybody");

    write(anns, text);
    share(anns);
    bobs.sees(text);
    assertThat(anns.around(text)).containsText("Public");
    share(anns);

    bobs.seesNot(text);
  }

  @Test
  void a_note_is_pending_until_it_is_saved(Browsers browsers) {
    Window window = browsers.windowOf(ann).goTo("Notes");
    window.inFront().route("**/notes", Route::abort);

    write(window, "soon");
    assertThat(window.around("soon")).containsText("Pending");
    window.inFront().unroute("**/notes");

    assertThat(window.around("soon")).not().containsText("Pending");
    window.sees("soon");
  }

  @Test
  void a_note_that_is_pending_is_there_when_one_comes_back(Browsers browsers) {
    Window window = browsers.windowOf(ann).goTo("Notes");
    window.inFront().route("**/notes", Route::abort);
    write(window, "soon");

    window.goTo("Boards").seesNot("soon").goTo("Notes");
    assertThat(window.around("soon")).containsText("Pending");
    window.inFront().unroute("**/notes");

    assertThat(window.around("soon")).not().containsText("Pending");
    window.sees("soon");
  }

  @Test
  void a_note_that_is_refused_says_why_and_can_be_tried_again(Browsers browsers) {
    Window window = browsers.windowOf(ann).goTo("Notes");
    window.inFront().route("**/notes", route -> Refusal.of("no ink").answer(route));

    write(window, "scribble");
    assertThat(window.around("scribble")).containsText("Failed");
    assertThat(window.around("scribble")).containsText("no ink");
    window.inFront().unroute("**/notes");
    window.press("Try again");

    assertThat(window.around("scribble")).not().containsText("Failed");
    window.inFront().reload();
    window.sees("scribble");
  }

  @Test
  void a_note_that_fails_after_it_was_accepted_is_one_failed_note(Browsers browsers) {
    try (Spoilage spoilage = new Spoilage()) {
      String text = spoilage.text();
      Window window = browsers.windowOf(ann).goTo("Notes");

      failed(window, () -> write(window, text));
      assertThat(window.around(text)).containsText("Failed");
      assertThat(window.inFront().locator(".toast")).containsText("A note was not saved");
      spoilage.heal(text);
      window.press("Try again");

      assertThat(window.around(text)).not().containsText("Failed");
      assertThat(window.around(text)).not().containsText("Pending");
      window.sees(text);
    }
  }

  @Test
  void a_note_that_fails_when_one_is_elsewhere_is_told_once_and_found(Browsers browsers) {
    try (Spoilage spoilage = new Spoilage()) {
      String text = spoilage.text();
      Window window = browsers.windowOf(ann).goTo("Notes");

      failed(
          window,
          () -> {
            write(window, text);
            window.goTo("Boards");
          });
      Locator toast = window.inFront().locator(".toast");
      assertThat(toast).containsText("A note was not saved");
      window.inFront().evaluate("fetch('/api/v1/auth/jwks').then(answer => answer.text())");
      assertThat(toast).hasCount(1);
      toast.getByRole(AriaRole.LINK).click();

      assertThat(window.around(text)).containsText("Failed");
    }
  }

  @Test
  void a_note_is_not_called_failed_because_nobody_can_be_asked_for_it(Browsers browsers) {
    Window window = browsers.windowOf(ann).goTo("Notes");
    AtomicInteger asked = new AtomicInteger();
    window
        .inFront()
        .route(
            "**/operations/*",
            route -> {
              asked.incrementAndGet();
              route.abort();
            });

    write(window, "accepted");
    assertThat(window.around("accepted")).not().containsText("Pending");
    window.inFront().waitForCondition(() -> asked.get() > 1);
    window.inFront().unroute("**/operations/*");

    assertThat(window.around("accepted")).not().containsText("Failed");
    window.sees("accepted");
  }

  @Test
  void a_deletion_that_fails_is_what_is_tried_again(Browsers browsers) {
    Window window = browsers.windowOf(ann).goTo("Notes");
    write(window, "in the way");
    assertThat(window.around("in the way")).not().containsText("Pending");
    window.inFront().route("**/notes/*", route -> Refusal.of("not now").answer(route));

    window.press("Delete the note");
    assertThat(window.around("in the way")).containsText("not now");
    window.inFront().unroute("**/notes/*");
    window.press("Try again").seesNot("in the way");

    window.inFront().reload();
    assertThat(window.inFront().getByText("No notes yet")).isVisible();
  }

  @Test
  void what_one_types_stays_when_the_note_changes_elsewhere(Browsers browsers) {
    Window one = browsers.windowOf(ann).goTo("Notes");
    Window other = browsers.windowOf(ann).goTo("Notes");
    write(one, "first");
    other.sees("first");
    assertThat(one.around("first")).not().containsText("Pending");
    one.press("Edit the note").inFront().locator(".card textarea").fill("half a sen");

    other.press("Edit the note");
    edit(other, "second");

    assertThat(one.inFront().locator(".card")).containsText("edited");
    assertThat(one.inFront().locator(".card textarea")).hasValue("half a sen");
  }

  @Test
  void a_list_that_comes_late_does_not_bring_back_what_was_deleted(Browsers browsers) {
    Window one = browsers.windowOf(ann).goTo("Notes");
    write(one, "deleted");
    assertThat(one.around("deleted")).not().containsText("Pending");
    Window other = browsers.windowOf(ann);
    Map<Route, APIResponse> held = new LinkedHashMap<>();
    other.inFront().route("**/notes?*", route -> held.put(route, route.fetch()));
    other.goTo("Notes").inFront().waitForCondition(() -> !held.isEmpty());

    one.press("Delete the note").seesNot("deleted");
    write(one, "written later");
    other.sees("written later");
    held.forEach((route, answer) -> route.fulfill(new Route.FulfillOptions().setResponse(answer)));

    assertThat(other.inFront().locator(".skeleton")).hasCount(0);
    other.sees("written later").seesNot("deleted");
  }

  @Test
  void what_was_done_before_the_page_was_connected_is_seen(Browsers browsers) {
    String early = noted("early");
    Window window = browsers.withoutConnection(ann).goTo("Notes").sees("early");

    noted("meanwhile");
    ann.undoes("/notes/" + early);
    window.connects();

    window.sees("meanwhile").seesNot("early");
  }

  private String noted(String text) {
    return ann.does("/notes", Json.createObjectBuilder().add("content", text));
  }

  /** Does some work until the page is answered that a command failed. */
  private static void failed(Window window, Runnable work) {
    window
        .inFront()
        .waitForResponse(
            answer -> answer.url().contains("/operations/") && answer.text().contains("\"failed\""),
            work);
  }

  private static void write(Window window, String text) {
    window.inFront().locator(".write textarea").fill(text);
    window.press("Add the note");
  }

  /** Shares a note with everybody or, if it is shared, no longer. */
  private static void share(Window window) {
    window.press("Edit the note");
    window.inFront().locator(".card").getByText("Everybody may read it").click();
    window.press("Save");
  }

  private static void edit(Window window, String text) {
    Locator card = window.inFront().locator(".card");
    card.locator("textarea").fill(text);
    window.press("Save");
  }
}
