package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.switchboard.browser.Injection.TEXT;
import static dev.switchboard.browser.Injection.assertHarmless;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.switchboard.system.Poison;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody types is shown as it was typed, and is never markup or a script. */
@InBrowser(2)
class InjectionIT {

  private static final Member ANN = Member.called("ann");
  private static final Member BOB = Member.called("bob");
  private static final String LETTER = dead();

  @Test
  void in_rooms_and_toasts(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.windowOf(ANN).at("rooms/" + room);
    Window bob = browsers.windowOf(BOB).at("rooms/" + room);

    ann.say(TEXT).sees(TEXT);
    bob.sees(TEXT);
    ann.goTo("Notes");
    bob.say("look: " + TEXT);

    assertThat(ann.page().locator(".toast p")).hasText("look: " + TEXT);
    assertHarmless(ann);
    assertHarmless(bob);
  }

  @Test
  void in_chats(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Chats");

    ann.fill("Name of a new chat", Member.unique("chat")).press("Begin the chat");
    ann.say(TEXT).sees(TEXT);
    ann.press("Members").fill("User name or e-mail", TEXT).press("Add");

    assertThat(ann.page().locator(".members .problem")).isVisible();
    assertHarmless(ann);
  }

  @Test
  void on_boards(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Boards");

    ann.fill("Name of a new board", TEXT).press("Create the board");
    assertThat(ann.page().locator(".detail-pane .pane-head h2")).hasText(TEXT);
    ann.fill("Topic", TEXT).fill("What is there to say?", TEXT).press("Post").sees(TEXT);

    assertThat(ann.around(TEXT).locator(".tag")).hasText(TEXT);
    assertHarmless(ann);
  }

  @Test
  void in_notes_and_their_changes(Browsers browsers) {
    Window ann = browsers.windowOf(Member.called("ann")).goTo("Notes");
    String changed = "changed " + TEXT;

    ann.fill("Write something down …", TEXT).press("Add the note").sees(TEXT);
    assertThat(ann.around(TEXT)).not().containsText("Pending");
    ann.press("Edit the note");
    assertThat(ann.page().locator(".card textarea")).hasValue(TEXT);
    ann.page().locator(".card textarea").fill(changed);
    ann.press("Save").sees(changed);

    assertThat(ann.around(changed)).containsText("edited");
    assertHarmless(ann);
  }

  @Test
  void in_comments_and_their_changes(Browsers browsers) {
    String post = Member.unique("post");
    Window ann = browsers.windowOf(ANN).at("posts/" + post);
    Window bob = browsers.windowOf(BOB).goTo("Posts");
    String changed = "changed " + TEXT;

    ann.fill("Write a comment", TEXT).field("Write a comment").press("Enter");
    ann.sees(TEXT);
    bob.choose(post).sees(TEXT);
    ann.press("Edit the comment").fill("Comment", changed).press("Save").sees(changed);

    assertHarmless(bob.sees(changed));
    assertHarmless(ann);
  }

  @Test
  void in_a_dead_letter(Browsers browsers) {
    Window admin = browsers.windowOf(Member.admin());
    Letters letters = Letters.of(admin, Letters.QUEUE);

    letters.holding(LETTER).locator("summary").click();

    assertThat(letters.holding(LETTER).locator("pre")).hasText(LETTER);
    assertHarmless(admin);
    letters.remove(LETTER);
  }

  private static String dead() {
    String text = Member.unique("dead") + TEXT;
    Poison.plant(Letters.QUEUE, text, Map.of());
    return text;
  }

  /** Names come by addresses too, which anybody can send. */
  @Test
  void in_addresses(Browsers browsers) {
    Window ann = browsers.windowOf(ANN);
    String name = URLEncoder.encode(TEXT, StandardCharsets.UTF_8).replace("+", "%20");

    for (String feature : List.of("rooms", "chats", "boards", "posts")) {
      ann.at(feature + "/" + name);
      Locator pane = ann.page().locator("sb-" + feature + "-page .detail-pane");
      assertThat(pane.locator(".problem, .empty").first()).isVisible();
      assertHarmless(ann);
    }
    ann.at("people/" + name);
    assertThat(ann.page().locator("sb-person-page .problem, sb-person-page .empty").first())
        .isVisible();
    assertHarmless(ann);
  }

  @Test
  void in_a_user_name(Browsers browsers) {
    String room = Member.unique("room");
    String name = Member.unique(Injection.NAME);
    Window evil = browsers.open(Member.underTest()).press("Create an account");

    evil.fill("User name", name).fill("E-mail", Member.unique("mail") + "@example.org");
    evil.page().locator("input[name=password]").fill(Member.PASSWORD);
    evil.press("Create the account").isLive().at("rooms/" + room).say("hello").sees("hello");
    Window ann = browsers.windowOf(ANN).at("rooms/" + room).sees("hello");

    assertThat(evil.page().locator(".me b")).hasText(name);
    assertThat(ann.around("hello").locator("b")).hasText(name);
    assertHarmless(ann);
    assertHarmless(evil);
  }

  @Test
  void where_one_signs_in(Browsers browsers) {
    Window nobody = browsers.open(Member.underTest());

    nobody.fill("User name or e-mail", TEXT).fill("Password", TEXT).press("Sign in");

    assertThat(nobody.page().getByRole(AriaRole.ALERT)).isVisible();
    assertHarmless(nobody);
  }
}
