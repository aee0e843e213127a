package dev.switchboard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
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
    chat(alice, bob);
    note(alice, "Ask Bob how long the audit log is kept.");
    note(alice, LAST_NOTE);
    comment(alice, "The part about gaps is the best explanation I have read.");
    comment(bob, LAST_COMMENT);
    talk(browsers, alice, bob);
    return new Scene(alice, bob, board(alice, bob));
  }

  /** Rooms are talked in over connections alone. */
  private static void talk(Browsers browsers, Member alice, Member bob) {
    Window alices = browsers.windowOf(alice).at("rooms/" + ROOM);
    alices.say("Good morning! Shall we move the release to Thursday?");
    Window bobs = browsers.windowOf(bob).at("rooms/" + ROOM);
    assertThat(bobs.inFront().getByText("move the release").first()).isVisible();
    bobs.say(LAST_SAID).shows(LAST_SAID);
  }

  private static void chat(Member alice, Member bob) {
    alice.grants(alice, CHAT, "owner");
    alice.grants(bob, CHAT, "member");
    alice.does("/publish", message(CHAT, "Release 1.4 is on the staging system."));
    bob.does("/publish", message(CHAT, "I ran the smoke tests: all green."));
    bob.does("/publish", message(CHAT, "Order and replay look right as well."));
    alice.does("/publish", message(CHAT, LAST_PUBLISHED));
  }

  private static void note(Member author, String text) {
    author.does("/notes", Json.createObjectBuilder().add("content", text).add("isPublic", false));
  }

  private static void comment(Member author, String text) {
    author.does("/posts/" + POST + "/comments", Json.createObjectBuilder().add("content", text));
  }

  private static String board(Member alice, Member bob) {
    String id = alice.does("/boards", Json.createObjectBuilder().add("name", "Engineering"));
    String news = "Release 1.4 is out: faster replays, and a page for operators.";
    post(alice, id, "release", news);
    post(bob, id, "question", LAST_POSTED);
    return id;
  }

  private static void post(Member author, String board, String topic, String text) {
    author.does(
        "/boards/" + board + "/messages",
        Json.createObjectBuilder().add("topic", topic).add("data", text));
  }

  /** A message to a chat, in strict order. */
  static JsonObjectBuilder message(String chat, String text) {
    JsonObjectBuilder payload =
        Json.createObjectBuilder()
            .add("chatId", chat)
            .add("eventType", "message")
            .add("content", text);
    return Json.createObjectBuilder()
        .add("targetChannel", "WebSocket")
        .add("messageType", "fifo")
        .add("payload", payload);
  }
}
