package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
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

  /** It takes three tries to become a dead one: the other tests run meanwhile. */
  private static String letter;

  /** A chart shows some of it. */
  private static final Duration A_WHILE = Duration.ofSeconds(20);

  @BeforeAll
  static void plantALetter() {
    letter = Letters.planted(1);
  }

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
    assertThat(alice.inFront().locator(".members li")).hasCount(2);
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
    assertThat(ann.inFront().getByText("No chats yet")).isVisible();
    look.at(ann, "no-chats");
    ann.at("notes");
    assertThat(ann.inFront().getByText("No notes yet")).isVisible();
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
    window.inFront().route("**/notes", route -> Refusal.of("no ink").answer(route));
    window.at("notes").fill("Write something down …", "scribble").press("Add the note");
    assertThat(window.around("scribble")).containsText("no ink");
  }

  private static void speakInVain(Window window) {
    window.at("rooms/" + Member.unique("room")).say("wait for me");
    assertThat(window.around("wait for me")).containsText("Waiting for the connection");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "PHONE"})
  void nothing_jumps_while_a_page_is_loaded(Look look, Browsers browsers) {
    Scene scene = Scene.played(browsers);
    Window alice = browsers.windowOf(scene.alice(), look);
    LayoutShifts shifts = LayoutShifts.of(alice);

    Map.of(
            "rooms/" + Scene.ROOM,
            Scene.LAST_SAID,
            "chats/" + Scene.CHAT,
            Scene.LAST_PUBLISHED,
            "boards/" + scene.boardId(),
            Scene.LAST_POSTED,
            "notes",
            Scene.LAST_NOTE,
            "posts/" + Scene.POST,
            Scene.LAST_COMMENT)
        .forEach(
            (place, text) -> {
              alice.at(place).inFront().reload();
              alice.isLive().shows(text);
              shifts.assertUnnoticed(place);
            });
  }

  @Test
  void operations(Browsers browsers) {
    for (Look look : Look.values()) {
      Window admin = browsers.timed(Member.admin(), look).goTo("Operations");
      assertThat(admin.inFront().locator("table")).isVisible();
      IntStream.range(0, 5).forEach(i -> admin.answered("/stats", () -> admin.passes(A_WHILE)));
      look.at(admin, "operations");
      Letters.of(admin, Letters.QUEUE).holding(letter).locator("summary").click();
      look.at(admin, "dead-letter");
    }

    Letters.removeAll(letter);
  }

  @Test
  void a_phone_shows_the_list_or_what_was_chosen_from_it(Browsers browsers) {
    Window ann = browsers.windowOf(ANN, Look.PHONE);
    String room = Member.unique("room");
    Locator list = ann.inFront().locator(".list-pane");
    Locator detail = ann.inFront().locator(".detail-pane");

    ann.goTo("Rooms").fill("Name of a room", room).press("Join the room").say("on the way");
    assertThat(list).isHidden();
    assertThat(ann.around("on the way")).containsText("#1");
    detail.getByLabel("Back to the list").click();
    assertThat(detail).isHidden();
    assertThat(ann.inFront().locator("#main")).isFocused();
    Look.PHONE.at(ann, "rooms");
    ann.choose(room);

    assertThat(list).isHidden();
    assertThat(detail).isFocused();
    ann.sees("on the way");
  }

  @Test
  void a_keyboard_is_enough_to_talk(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("rooms/" + Member.unique("room"));
    Locator focus = ann.inFront().locator(":focus");
    assertThat(ann.field("Write a message")).isVisible();

    ann.inFront().locator("body").press("Tab");
    assertThat(focus).hasText("Skip to the content");
    ann.inFront().keyboard().press("Enter");
    assertThat(ann.inFront().locator(".detail-pane")).isFocused();
    ann.inFront().keyboard().press("Tab");
    assertThat(focus).hasText("Leave");
    ann.inFront().keyboard().press("Tab");
    assertThat(ann.inFront().locator(".log")).isFocused();
    ann.inFront().keyboard().press("Tab");
    assertThat(ann.field("Write a message")).isFocused();
    ann.inFront().keyboard().type("without a mouse");
    ann.inFront().keyboard().press("Enter");

    ann.sees("without a mouse");
  }

  @Test
  void what_was_said_does_not_stand_between_the_keyboard_and_the_line_to_write_on(
      Browsers browsers) {
    Window ann = browsers.windowOf(ANN).at("rooms/" + Member.unique("room"));
    ann.say("one").sees("one").inFront().reload();
    ann.isLive().sees("one");

    ann.inFront().locator("body").press("Tab");
    ann.inFront().keyboard().press("Tab");
    assertThat(ann.inFront().locator(":focus")).hasText("Skip to where one writes");
    ann.inFront().keyboard().press("Enter");

    assertThat(ann.field("Write a message")).isFocused();
  }

  @Test
  void an_address_that_means_nothing_leads_to_the_lobby(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Notes");

    ann.at("rooms/%");

    assertThat(ann.inFront().locator(".detail-pane .pane-head h2")).hasText("lobby");
  }

  @Test
  void the_theme_can_be_switched_and_is_kept(Browsers browsers) {
    Window ann = browsers.of(ANN);

    ann.press("Switch to dark colours");
    ann.inFront().reload();

    assertThat(ann.inFront().locator("html")).hasAttribute("data-theme", "dark");
    ann.press("Switch to light colours");
    assertThat(ann.inFront().locator("html")).hasAttribute("data-theme", "light");
  }
}
