package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What alice and bob have said in each feature, so that pages have something to show. */
record Scene(Member alice, Member bob, String boardId) {

  static final String ROOM = "release";
  static final String CHAT = "launch-day";
  static final String POST = "why-numbers-matter";
  static final String LAST_SAID = "The migration is tested and the notes are written.";
  static final String LAST_PUBLISHED = "Then we go at two o’clock.";
  static final String LAST_POSTED = "Do old clients have to change anything?";
  static final String LAST_NOTE =
      "The canteen is open from 11:30 to 14:00, on Fridays until 13:00.";
  static final String LAST_COMMENT = "Agreed. Does it hold when a node dies as well?";

  private static @Nullable Scene played;

  /** The scene, played once. */
  static synchronized Scene played(Browsers browsers) {
    Scene known = played;
    if (known == null) {
      known = play(browsers);
      played = known;
    }
    return known;
  }

  private static Scene play(Browsers browsers) {
    Member alice = Member.demo("alice");
    Member bob = Member.demo("bob");
    Window alices = browsers.of(alice);
    Window bobs = browsers.of(bob);
    talk(alices, bobs);
    chat(alices, bobs);
    note(alices);
    comment(alices, bobs);
    String boardId = post(alices, bobs);
    browsers.closeWindows();
    return new Scene(alice, bob, boardId);
  }

  private static void talk(Window alice, Window bob) {
    alice.at("rooms/" + ROOM).say("Good morning! Shall we move the release to Thursday?");
    bob.at("rooms/" + ROOM);
    assertThat(bob.page().getByText("move the release").first()).isVisible();
    bob.say(LAST_SAID);
    assertThat(bob.texts(LAST_SAID).first()).isVisible();
  }

  private static void chat(Window alice, Window bob) {
    alice.goTo("Chats").fill("Name of a new chat", CHAT).press("Begin the chat");
    alice.press("Members").fill("User name or e-mail", "bob").press("Add");
    assertThat(alice.page().locator(".members li")).hasCount(2);
    alice.say("Release 1.4 is on the staging system.");
    bob.goTo("Chats").choose(CHAT).say("I ran the smoke tests: all green.");
    bob.say("Order and replay look right as well.");
    assertThat(alice.page().getByText("look right as well").first()).isVisible();
    alice.say(LAST_PUBLISHED);
    assertThat(alice.texts(LAST_PUBLISHED).first()).isVisible();
  }

  private static void note(Window alice) {
    alice.goTo("Notes");
    for (String text : new String[] {"Ask Bob how long the audit log is kept.", LAST_NOTE}) {
      alice.fill("Write something down …", text).press("Add the note");
      assertThat(alice.texts(text).first()).isVisible();
    }
  }

  private static void comment(Window alice, Window bob) {
    String praise = "The part about gaps is the best explanation I have read.";
    alice.at("posts/" + POST).fill("Write a comment", praise).press("Send");
    bob.at("posts/" + POST);
    assertThat(bob.texts(praise).first()).isVisible();
    bob.fill("Write a comment", LAST_COMMENT).press("Send");
    assertThat(alice.texts(LAST_COMMENT).first()).isVisible();
  }

  private static String post(Window alice, Window bob) {
    alice.goTo("Boards").fill("Name of a new board", "Engineering").press("Create the board");
    String news = "Release 1.4 is out: faster replays, and a page for operators.";
    alice.fill("Topic", "release").fill("What is there to say?", news).press("Post");
    alice.sees(news);
    String boardId = alice.page().url().replaceAll(".*/", "");
    bob.at("boards/" + boardId).fill("Topic", "question");
    bob.fill("What is there to say?", LAST_POSTED).press("Post").sees(LAST_POSTED);
    return boardId;
  }

  /** The id of bob, from his token. */
  String bobId() {
    String claims = bob.token().split("\\.", -1)[1];
    String json = new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8);
    return Json.createReader(new StringReader(json)).readObject().getString("sub");
  }
}
