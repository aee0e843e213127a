package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody types is shown as it was typed, and is never markup or a script. */
@InBrowser
class InjectionIT {

  private static final String IMAGE = "<img src=x onerror=\"window.hacked=1\">";
  private static final String SCRIPT = "\"'><script>window.hacked=1</script><svg onload=hacked=1>";
  private static final String OTHER = "${window.hacked=1} {{hacked=1}} javascript:window.hacked=1";

  @ParameterizedTest
  @ValueSource(strings = {IMAGE, SCRIPT, OTHER})
  void every_text_is_shown_as_text(String evil, Browsers browsers) {
    Member bob = Member.called("bob");
    Window ann = browsers.of(Member.called("ann"));
    Window watching = browsers.of(bob);
    String room = Member.unique("room");

    watching.at("rooms/" + room);
    ann.at("rooms/" + room).say(evil).sees(evil);
    assertHarmless(watching.sees(evil));

    ann.goTo("Notes").fill("Write something down …", evil);
    ann.page().locator(".write .switch").click();
    ann.press("Add the note").sees(evil);

    ann.goTo("Posts").fill("Id of a post", room).press("Open the post");
    ann.fill("Write a comment", evil).field("Write a comment").press("Enter");
    ann.sees(evil);
    assertHarmless(watching.goTo("Posts").choose(room).sees(evil));

    ann.goTo("Boards").fill("Name of a new board", evil).press("Create the board");
    assertThat(ann.page().locator(".detail-pane .pane-head h2")).hasText(evil);
    ann.fill("Topic", evil).fill("What is there to say?", evil).press("Post").sees(evil);
    assertThat(ann.around(evil).locator(".tag")).hasText(evil);

    ann.goTo("Chats").fill("Name of a new chat", room).press("Begin the chat");
    ann.say(evil).sees(evil);
    ann.press("Members").fill("User name or e-mail", evil).press("Add");
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
