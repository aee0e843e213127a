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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What somebody types is shown as it was typed, and is never markup or a script. */
@InBrowser(2)
class InjectionIT {

  private static final Member ANN = Member.called("ann");
  private static final Member BOB = Member.called("bob");

  /** It takes three tries to become a dead one: the other tests run meanwhile. */
  private static String letter;

  @BeforeAll
  static void plantALetter() {
    letter = Member.unique("dead") + TEXT;
    Poison.plant(Letters.QUEUE, letter, Map.of());
  }

  @Test
  void in_rooms_and_toasts(Browsers browsers) {
    String room = Member.unique("room");
    Window ann = browsers.windowOf(ANN).at("rooms/" + room);
    Window bob = browsers.windowOf(BOB).at("rooms/" + room);

    ann.say(TEXT).sees(TEXT);
    bob.sees(TEXT);
    ann.goTo("Notes");
    bob.say("look: " + TEXT);

    assertThat(ann.inFront().locator(".toast p")).hasText("look: " + TEXT);
    assertHarmless(ann);
    assertHarmless(bob);
  }

  @Test
  void in_chats(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Chats");

    ann.fill("Name of a new chat", Member.unique("chat")).press("Begin the chat");
    ann.say(TEXT).sees(TEXT);
    ann.press("Members").fill("User name or e-mail", TEXT).press("Add");

    assertThat(ann.inFront().locator(".members .problem")).isVisible();
    assertHarmless(ann);
  }

  @Test
  void on_boards(Browsers browsers) {
    Window ann = browsers.windowOf(ANN).goTo("Boards");

    ann.fill("Name of a new board", TEXT).press("Create the board");
    assertThat(ann.inFront().locator(".detail-pane .pane-head h2")).hasText(TEXT);
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
    assertThat(ann.inFront().locator(".card textarea")).hasValue(TEXT);
    ann.inFront().locator(".card textarea").fill(changed);
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

    letters.holding(letter).locator("summary").click();

    assertThat(letters.holding(letter).locator("pre")).hasText(letter);
    assertHarmless(admin);
    letters.remove(letter);
  }

  /** Names come by addresses too, which anybody can send. */
  @Test
  void in_addresses(Browsers browsers) {
    Window ann = browsers.windowOf(ANN);
    String name = URLEncoder.encode(TEXT, StandardCharsets.UTF_8).replace("+", "%20");

    for (String feature : List.of("rooms", "chats", "boards", "posts")) {
      ann.at(feature + "/" + name);
      Locator pane = ann.inFront().locator("sb-" + feature + "-page .detail-pane");
      assertThat(pane.locator(".problem, .empty").first()).isVisible();
      assertHarmless(ann);
    }
    ann.at("people/" + name);
    assertThat(ann.inFront().locator("sb-person-page .problem, sb-person-page .empty").first())
        .isVisible();
    assertHarmless(ann);
  }

  /** What may be chosen as an id is made of them. */
  @Test
  void in_names_of_which_ids_are_made(Browsers browsers) {
    Window ann = browsers.windowOf(ANN);

    ann.goTo("Rooms").fill("Name of a room", TEXT).press("Join the room");
    assertShownAndHarmless(ann, "rooms");
    ann.goTo("Chats").fill("Name of a new chat", Member.unique("chat") + TEXT);
    ann.press("Begin the chat");
    assertShownAndHarmless(ann, "chats");
    ann.goTo("Posts").fill("Id of a post", TEXT).press("Open the post");
    assertShownAndHarmless(ann, "posts");
  }

  private static void assertShownAndHarmless(Window window, String feature) {
    Locator title = window.inFront().locator("sb-" + feature + "-page .detail-pane .pane-head");
    assertThat(title).containsText("img-srcx-onerrorwindow.hacked1");
    assertHarmless(window);
  }

  @Test
  void in_an_address_of_mail(Browsers browsers) {
    Window nobody = browsers.open(Member.underTest()).press("Create an account");

    nobody.fill("User name", Member.unique("ann")).fill("E-mail", Injection.NAME + "@example.org");
    nobody.inFront().locator("input[name=password]").fill(Member.PASSWORD);
    nobody.press("Create the account");

    assertThat(nobody.inFront().locator("input[name=email]:invalid")).isVisible();
    assertHarmless(nobody);
  }

  @Test
  void in_a_user_name(Browsers browsers) {
    String room = Member.unique("room");
    String name = Member.unique(Injection.NAME);
    Window evil = browsers.open(Member.underTest()).press("Create an account");

    evil.fill("User name", name).fill("E-mail", Member.unique("mail") + "@example.org");
    evil.inFront().locator("input[name=password]").fill(Member.PASSWORD);
    evil.press("Create the account").isLive().at("rooms/" + room).say("hello").sees("hello");
    Window ann = browsers.windowOf(ANN).at("rooms/" + room).sees("hello");

    assertThat(evil.inFront().locator(".me b")).hasText(name);
    assertThat(ann.around("hello").locator("b")).hasText(name);
    assertHarmless(ann);
    assertHarmless(evil);
  }

  @Test
  void where_one_signs_in(Browsers browsers) {
    Window nobody = browsers.open(Member.underTest());

    nobody.fill("User name or e-mail", TEXT).fill("Password", TEXT).press("Sign in");

    assertThat(nobody.inFront().getByRole(AriaRole.ALERT)).isVisible();
    assertHarmless(nobody);
  }
}
