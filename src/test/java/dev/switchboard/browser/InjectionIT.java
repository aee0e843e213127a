package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What somebody types is shown as it was typed, and is never markup or a script. */
@InBrowser
class InjectionIT {

  private static final String IMAGE = "<img src=x onerror=\"window.hacked=1\">";
  private static final String EVIL =
      IMAGE
          + " \"'><script>window.hacked=1</script><svg onload=window.hacked=1>"
          + " ${window.hacked=1} {{window.hacked=1}} javascript:window.hacked=1";

  @Test
  void every_text_is_shown_as_text(Browsers browsers) {
    Member bob = Member.called("bob");
    Window ann = browsers.of(Member.called("ann"));
    Window watching = browsers.of(bob);
    String room = Member.unique("room");

    watching.at("rooms/" + room);
    ann.at("rooms/" + room).say(EVIL).sees(EVIL);
    assertHarmless(watching.sees(EVIL));

    ann.goTo("Notes").fill("Write something down …", EVIL);
    ann.page().locator(".write .switch").click();
    ann.press("Add the note").sees(EVIL);

    ann.goTo("Posts").fill("Id of a post", room).press("Open the post");
    ann.fill("Write a comment", EVIL).field("Write a comment").press("Enter");
    ann.sees(EVIL);
    assertHarmless(watching.goTo("Posts").choose(room).sees(EVIL));

    ann.goTo("Boards").fill("Name of a new board", EVIL).press("Create the board");
    assertThat(ann.page().locator(".detail-pane .pane-head h2")).hasText(EVIL);
    ann.fill("Topic", EVIL).fill("What is there to say?", EVIL).press("Post").sees(EVIL);
    assertThat(ann.around(EVIL).locator(".tag")).hasText(EVIL);

    ann.goTo("Chats").fill("Name of a new chat", room).press("Begin the chat");
    ann.say(EVIL).sees(EVIL);
    ann.press("Members").fill("User name or e-mail", EVIL).press("Add");
    assertThat(ann.page().locator(".members .problem")).isVisible();

    assertHarmless(ann);
    assertHarmless(watching);
  }

  @Test
  void a_toast_shows_text(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.of(Member.called("ann")).at("rooms/" + room).say("here").sees("here");
    ann.goTo("Notes");

    browsers.of(Member.called("bob")).at("rooms/" + room).sees("here").say(IMAGE);

    assertThat(ann.page().locator(".toast p")).hasText(IMAGE);
    assertHarmless(ann);
  }

  @Test
  void a_user_name_is_shown_as_text(Browsers browsers) {
    String room = Member.unique("room");
    Member evil = Member.called("<img/src=x/onerror=window.hacked=1>");
    Window evils = browsers.of(evil).at("rooms/" + room).say("hello").sees("hello");

    Window ann = browsers.of(Member.called("ann")).at("rooms/" + room).sees("hello");

    assertThat(ann.around("hello").locator("b")).hasText(evil.name());
    assertHarmless(ann);
    assertHarmless(evils);
  }

  private static void assertHarmless(Window window) {
    assertThat(window.page().locator("main img, main script, main svg[onload]")).hasCount(0);
    assertThat(window.page().evaluate("window.hacked === undefined")).isEqualTo(true);
  }
}
