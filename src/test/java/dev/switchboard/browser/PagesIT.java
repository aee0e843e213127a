package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each page, in light and dark and on a phone: nothing serious keeps anybody from using it. The
 * pictures are in {@code target/screenshots}.
 */
@InBrowser
class PagesIT {

  @ParameterizedTest
  @EnumSource
  void signing_in(Look look, Browsers browsers) {
    Window nobody = browsers.open(Member.underTest(), look.options()).opened();
    assertThat(nobody.field("Password")).isVisible();
    look.at(nobody, "sign-in");

    nobody.press("Create an account");
    look.at(nobody, "sign-up");
  }

  @ParameterizedTest
  @EnumSource
  void the_features(Look look, Browsers browsers) {
    Scene scene = Scene.played(browsers);
    Window alice = browsers.open(Member.underTest(), look.options()).signedIn(scene.alice());

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
    alice.at("people/" + scene.bobId()).shows(Scene.LAST_SAID);
    look.at(alice, "person");
  }

  @ParameterizedTest
  @EnumSource
  void what_is_empty(Look look, Browsers browsers) {
    Window ann = browsers.open(Member.underTest(), look.options()).signedIn(Member.called("ann"));

    ann.at("chats");
    assertThat(ann.page().getByText("No chats yet")).isVisible();
    look.at(ann, "no-chats");
    ann.at("notes");
    assertThat(ann.page().getByText("No notes yet")).isVisible();
    look.at(ann, "no-notes");
  }

  @ParameterizedTest
  @EnumSource
  void operations(Look look, Browsers browsers) {
    Window admin = browsers.open(Member.underTest(), look.options()).signedIn(Member.admin());

    admin.at("admin");
    assertThat(admin.page().locator("table")).isVisible();
    look.at(admin, "operations");
  }

  @Test
  void a_keyboard_is_enough_to_talk(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann")).at("rooms/" + Member.unique("room"));

    assertThat(ann.page().locator("textarea")).isEnabled();
    ann.page().locator("body").press("Tab");
    assertThat(ann.page().locator(":focus")).hasText("Skip to the content");
    ann.page().keyboard().press("Enter");
    assertThat(ann.page().locator("#main")).isFocused();
    for (int i = 0; i < 300 && ann.page().locator("textarea:focus").count() == 0; i++) {
      ann.page().keyboard().press("Tab");
    }
    assertThat(ann.page().locator("textarea")).isFocused();
    ann.page().keyboard().type("without a mouse");
    ann.page().keyboard().press("Enter");

    ann.sees("without a mouse");
  }

  @Test
  void the_theme_can_be_switched_and_is_kept(Browsers browsers) {
    Window ann = browsers.of(Member.called("ann"));

    ann.press("Switch to dark colours");
    ann.page().reload();

    assertThat(ann.page().locator("html")).hasAttribute("data-theme", "dark");
    ann.press("Switch to light colours");
    assertThat(ann.page().locator("html")).hasAttribute("data-theme", "light");
  }
}
