package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each page, in light and dark and on a phone: nothing serious keeps anybody from using it. The
 * pictures are in {@code target/screenshots}.
 */
@InBrowser(2)
class PagesIT {

  private static final Member ANN = Member.called("ann");
  private static final String LETTER = Letters.planted(1);

  /** A chart shows some of it. */
  private static final Duration A_WHILE = Duration.ofSeconds(20);

  @ParameterizedTest
  @EnumSource
  void signing_in(Look look, Browsers browsers) {
    Window nobody = browsers.window(Member.underTest(), look).opened();
    assertThat(nobody.field("Password")).isVisible();
    look.at(nobody, "sign-in");

    nobody.press("Create an account");
    look.at(nobody, "sign-up");
  }

  @ParameterizedTest
  @EnumSource
  void the_features(Look look, Browsers browsers) {
    Scene scene = Scene.played(browsers);
    Window alice = browsers.windowOf(scene.alice(), look);

    alice.at("rooms/" + Scene.ROOM).shows(Scene.LAST_SAID);
    look.at(alice, "room");
    alice.at("chats/" + Scene.CHAT).shows(Scene.LAST_PUBLISHED);
    alice.press("Members");
    assertThat(alice.page().locator(".members li")).hasCount(2);
    look.at(alice, "chat-members");
    alice.press("Members");
    look.at(alice, "chat");
    alice.at("boards/" + scene.boardId()).shows(Scene.LAST_POSTED);
    look.at(alice, "board");
    alice.at("notes").shows(Scene.LAST_NOTE);
    look.at(alice, "notes");
    alice.at("posts/" + Scene.POST).shows(Scene.LAST_COMMENT);
    look.at(alice, "post");
    alice.at("people/" + scene.bob().id()).shows(Scene.LAST_SAID);
    look.at(alice, "person");
  }

  @ParameterizedTest
  @EnumSource
  void what_is_empty(Look look, Browsers browsers) {
    Window ann = browsers.windowOf(ANN, look);

    ann.at("chats");
    assertThat(ann.page().getByText("No chats yet")).isVisible();
    look.at(ann, "no-chats");
    ann.at("notes");
    assertThat(ann.page().getByText("No notes yet")).isVisible();
    look.at(ann, "no-notes");
  }

  @Test
  void what_goes_wrong(Browsers browsers) {
    Map<Look, Window> windows = new EnumMap<>(Look.class);
    EnumSet.allOf(Look.class).forEach(look -> windows.put(look, browsers.timed(ANN, look)));

    windows.values().forEach(PagesIT::noteInVain);
    windows.forEach((look, window) -> look.at(window, "failed-note"));
    windows.values().forEach(Window::goesOffline);
    windows.values().forEach(PagesIT::speakInVain);
    windows.forEach((look, window) -> look.at(window, "offline"));
  }

  private static void noteInVain(Window window) {
    window.page().route("**/notes", route -> Refusal.of("no ink").answer(route));
    window.at("notes").fill("Write something down …", "scribble").press("Add the note");
    assertThat(window.around("scribble")).containsText("no ink");
  }

  private static void speakInVain(Window window) {
    window.at("rooms/" + Member.unique("room")).say("wait for me");
    assertThat(window.around("wait for me")).containsText("Waiting for the connection");
  }

  @Test
  void operations(Browsers browsers) {
    for (Look look : Look.values()) {
      Window admin = browsers.timed(Member.admin(), look).goTo("Operations");
      assertThat(admin.page().locator("table")).isVisible();
      IntStream.range(0, 5).forEach(i -> admin.answered("/stats", () -> admin.passes(A_WHILE)));
      look.at(admin, "operations");
      Letters.of(admin, Letters.QUEUE).holding(LETTER).locator("summary").click();
      look.at(admin, "dead-letter");
    }

    Letters.removeAll(LETTER);
  }

  @Test
  void a_phone_shows_the_list_or_what_was_chosen_from_it(Browsers browsers) {
    Window ann = browsers.windowOf(ANN, Look.PHONE);
    String room = Member.unique("room");
    Locator list = ann.page().locator(".list-pane");
    Locator detail = ann.page().locator(".detail-pane");

    ann.goTo("Rooms").fill("Name of a room", room).press("Join the room").say("on the way");
    assertThat(list).isHidden();
    assertThat(ann.around("on the way")).containsText("#1");
    detail.getByLabel("Back to the list").click();
    assertThat(detail).isHidden();
    assertThat(ann.page().locator("#main")).isFocused();
    Look.PHONE.at(ann, "rooms");
    ann.choose(room);

    assertThat(list).isHidden();
    assertThat(detail).isFocused();
    ann.sees("on the way");
  }

  @Test
  void a_keyboard_is_enough_to_talk(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("rooms/" + Member.unique("room"));
    Locator focus = ann.page().locator(":focus");
    assertThat(ann.field("Write a message")).isVisible();

    ann.page().locator("body").press("Tab");
    assertThat(focus).hasText("Skip to the content");
    ann.page().keyboard().press("Enter");
    assertThat(ann.page().locator(".detail-pane")).isFocused();
    ann.page().keyboard().press("Tab");
    assertThat(focus).hasText("Leave");
    ann.page().keyboard().press("Tab");
    assertThat(ann.page().locator(".log")).isFocused();
    ann.page().keyboard().press("Tab");
    assertThat(ann.field("Write a message")).isFocused();
    ann.page().keyboard().type("without a mouse");
    ann.page().keyboard().press("Enter");

    ann.sees("without a mouse");
  }

  @Test
  void what_was_said_does_not_stand_between_the_keyboard_and_the_line_to_write_on(
      Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("rooms/" + Member.unique("room"));
    ann.say("one").sees("one").page().reload();
    ann.isLive().sees("one");

    ann.page().locator("body").press("Tab");
    ann.page().keyboard().press("Tab");
    assertThat(ann.page().locator(":focus")).hasText("Skip to where one writes");
    ann.page().keyboard().press("Enter");

    assertThat(ann.field("Write a message")).isFocused();
  }

  @Test
  void an_address_that_means_nothing_leads_to_the_lobby(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Notes");

    ann.at("rooms/%");

    assertThat(ann.page().locator(".detail-pane .pane-head h2")).hasText("lobby");
  }

  @Test
  void the_theme_can_be_switched_and_is_kept(Browsers browsers) {
    Window ann = browsers.of(ANN);

    ann.press("Switch to dark colours");
    ann.page().reload();

    assertThat(ann.page().locator("html")).hasAttribute("data-theme", "dark");
    ann.press("Switch to light colours");
    assertThat(ann.page().locator("html")).hasAttribute("data-theme", "light");
  }
}
