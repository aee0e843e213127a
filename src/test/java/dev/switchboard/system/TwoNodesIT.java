package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.launch.Server;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

@InOwnInstallation
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TwoNodesIT {

  private static final int MESSAGES = 100;

  private final Site site;
  private final Server second;
  private final ServerLog log;
  private final Account ann;
  private final Account elsewhere;

  TwoNodesIT(Site site) {
    second = site.installation().newServer().set("SWITCHBOARD_NODE_LEASE", "PT5S");
    log = ServerLog.of(second);
    this.site = site;
    ann = site.register();
    elsewhere = ann.at(Switchboard.at(second.url()));
  }

  @BeforeAll
  void start_the_second_node() {
    second.start().awaitReady();
  }

  @AfterAll
  void stop_the_second_node() {
    second.stop();
  }

  @Test
  void what_is_posted_on_one_node_is_seen_on_the_other() {
    Board board = Board.of(ann);

    try (Socket here = ann.connect();
        Socket there = elsewhere.connect()) {
      here.subscribe(board);
      there.subscribe(board);
      JsonObject said = board.say("across");

      assertThat(there.awaitMessages(board, 1)).containsExactly(said);
      assertThat(here.awaitMessages(board, 1)).containsExactly(said);
      assertThat(node(here)).isNotEqualTo(node(there));
    }
  }

  @Test
  void a_note_is_told_to_its_author_on_both_nodes() {
    try (Socket here = ann.connect();
        Socket there = elsewhere.connect()) {
      Note note = Note.saved(ann, "across", false);

      assertThat(note.await(there, Note.MINE, 1)).isEqualTo(note.await(here, Note.MINE, 1));
    }
  }

  @Test
  void the_last_word_about_a_note_holds_whatever_node_each_was_said_to() {
    try (Socket socket = ann.connect()) {
      for (int i = 0; i < 10; i++) {
        Account one = i % 2 == 0 ? ann : elsewhere;
        Account other = i % 2 == 0 ? elsewhere : ann;
        Note kept = Note.accepted(one, Note.submit(one, "one", false));
        Answer changed = kept.updateAs(other, Note.form("two", true));
        Answer last = kept.updateAs(one, Note.form("the last word", false));
        Note gone = Note.accepted(other, Note.submit(other, "short-lived", true));
        Answer rewritten = gone.updateAs(one, Note.form("still there", true));
        Answer removed = gone.deleteAs(other);

        Stream.of(changed, last, rewritten, removed).forEach(ann.api()::succeeded);
        assertThat(kept.read().getString("content")).isEqualTo("the last word");
        assertProblem(gone.getAs(ann), 404);
        assertThat(Note.texts("type", kept.await(socket, Note.MINE, 3)))
            .containsExactly("note-saved", "note-updated", "note-updated");
        assertThat(Note.texts("type", gone.await(socket, Note.MINE, 3)))
            .containsExactly("note-saved", "note-updated", "note-deleted");
      }
    }
  }

  @Test
  void the_last_word_about_a_comment_holds_whatever_node_each_was_said_to() {
    Post post = Post.of(ann);
    for (int i = 0; i < 10; i++) {
      String kept = post.post("one").id();
      Answer changed = post.editAs(elsewhere, kept, "two");
      Answer last = post.edit(kept, "the last word");
      String gone = elsewhere.api().post(post.path(), Post.comment("short-lived")).id();
      Answer removed = post.remove(gone);

      Stream.of(changed, last, removed).forEach(ann.api()::succeeded);
      assertThat(post.stored(kept).getString("content")).isEqualTo("the last word");
      assertThat(post.comments()).hasSize(i + 1);
    }
  }

  @Test
  void what_is_said_in_a_room_and_commented_on_a_post_is_pushed_on_both_nodes() {
    Room room = Room.of(ann);
    Post post = Post.of(ann);
    try (Socket here = ann.connect();
        Socket there = elsewhere.connect()) {
      for (Socket socket : List.of(here, there)) {
        socket.ask(room.subscription());
        socket.ask(post.subscription());
        socket.ask(Post.subscriptionToAll());
      }
      room.say(here, "across");
      post.say("across");

      assertThat(room.await(there, 1)).isEqualTo(room.await(here, 1));
      assertThat(post.awaitEvents(there, 1)).isEqualTo(post.awaitEvents(here, 1));
      assertThat(post.awaitEventsAmongAll(there, 1)).isEqualTo(post.awaitEventsAmongAll(here, 1));
    }
  }

  @Test
  void a_trace_ties_together_what_the_nodes_log_of_a_call() {
    Board board = Board.of(ann);
    String trace = UUID.randomUUID().toString().replace("-", "");
    try (Socket there = elsewhere.connect()) {
      there.subscribe(board);
      ann.api()
          .call("POST", board.path() + "/messages")
          .json(Board.message(Board.TOPIC, "across"))
          .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
          .send();

      JsonObject told = log.await(1, "broadcast", "trace", trace).get(0);
      assertThat(told.getString("ext_stream")).isEqualTo("board:" + board.id());
      assertThat(told.getInt("ext_number_long")).isEqualTo(1);
      assertThat(told.getInt("ext_followers_long")).isEqualTo(1);
    }
  }

  @Test
  void a_right_that_is_withdrawn_by_one_node_is_logged_by_the_other_under_the_trace_of_the_call() {
    Account bob = site.register();
    Chat chat = Chat.of(ann).let(bob, "reader");
    String request = UUID.randomUUID().toString();

    try (Socket bobs = bob.at(elsewhere.home()).connect()) {
      bobs.ask(chat.subscription());
      ann.api()
          .call("DELETE", "/permissions?userId=" + bob.userId() + "&chatId=" + chat.id())
          .header("X-Request-Id", request)
          .send();

      JsonObject revoked = log.await(1, "revoke", "trace", request).get(0);
      assertThat(revoked.getString("ext_user")).isEqualTo(bob.userId());
      assertThat(revoked.getString("ext_stream")).isEqualTo("chat:" + chat.id());
    }
  }

  @Test
  void each_event_is_a_line_of_the_log() {
    Board board = Board.of(ann);
    String request = UUID.randomUUID().toString();
    String connection;
    Answer accepted;
    try (Socket there = elsewhere.connect()) {
      connection = there.objects().get(0).getString("connectionId");
      there.subscribe(board);
      accepted =
          elsewhere
              .api()
              .call("POST", board.path() + "/messages")
              .json(Board.message(Board.TOPIC, "here"))
              .header("X-Request-Id", request)
              .send();
      there.awaitMessages(board, 1);
    }

    JsonObject published = log.await(1, "publish", "trace", request).get(0);
    assertThat(published.getString("ext_command")).isEqualTo(accepted.id());
    assertThat(published.getString("ext_kind")).isEqualTo("post-message");
    assertThat(published.getString("ext_user")).isEqualTo(ann.userId());
    assertThat(log.await(1, "broadcast", "trace", request)).hasSize(1);
    log.await(1, "connect", "connection", connection);
    assertThat(log.await(1, "subscribe", "connection", connection).get(0).getString("ext_stream"))
        .isEqualTo("board:" + board.id());
    assertThat(log.await(1, "disconnect", "connection", connection).get(0).getInt("ext_code_long"))
        .isEqualTo(1000);
  }

  @Test
  void the_log_holds_neither_secrets_nor_what_people_write() {
    Account carl = site.register().at(elsewhere.home());
    Board board = Board.of(carl);
    String text = "said by " + UUID.randomUUID();
    try (Socket socket = carl.handshake().query("token=" + carl.token()).open().welcomed()) {
      socket.subscribe(board);
      board.postAs(carl, text);
      socket.awaitMessages(board, 1);
    }

    log.await(1, "disconnect", "user", carl.userId());
    String whole = log.text();
    assertThat(whole).contains(carl.userId(), board.id());
    assertThat(whole)
        .doesNotContain(
            text,
            carl.username(),
            carl.email(),
            carl.token().substring(carl.token().lastIndexOf('.') + 1));
  }

  @Test
  void numbers_have_no_hole_when_both_nodes_post() {
    Board board = Board.of(ann);

    try (Socket here = ann.connect();
        Socket there = elsewhere.connect()) {
      here.subscribe(board);
      there.subscribe(board);
      for (int i = 0; i < MESSAGES; i++) {
        Answer answer = board.postAs(i % 2 == 0 ? ann : elsewhere, "message " + i);
        assertThat(answer.status()).isEqualTo(202);
      }

      List<JsonObject> seenHere = here.awaitMessages(board, MESSAGES);
      List<JsonObject> seenThere = there.awaitMessages(board, MESSAGES);
      assertThat(sequences(seenHere)).isEqualTo(numbers(1, MESSAGES));
      assertThat(seenThere).isEqualTo(seenHere).isEqualTo(board.history());
    }
  }

  @Test
  void a_key_used_on_one_node_is_known_on_the_other() {
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("name", "Once");

    Answer one = ann.api().post("/boards", body, key);
    Answer other = elsewhere.api().post("/boards", body, key);

    assertThat(other.id()).isEqualTo(one.id());
    elsewhere.api().succeeded(one);
  }

  @Test
  void who_loses_a_chat_by_a_call_to_one_node_gets_nothing_more_on_the_other() {
    Account bob = site.register();
    Chat chat = Chat.of(ann).let(bob, "reader");

    try (Socket bobs = bob.at(elsewhere.home()).connect();
        Socket anns = elsewhere.connect()) {
      bobs.ask(chat.subscription());
      anns.ask(chat.subscription());
      JsonObject before = chat.say("before");
      chat.await(bobs, 1);
      assertThat(chat.withdraw(bob).status()).isEqualTo(204);
      chat.publish(chat.fifo("fence"));
      chat.publish(chat.standard("unnumbered", false));

      JsonObject revoked = revoked(chat);
      patiently().untilAsserted(() -> assertThat(bobs.objects()).contains(revoked));
      assertThat(Chat.contents(chat.await(anns, 3))).contains("fence", "unnumbered");
      assertThat(Socket.type(bobs.ask(Map.of("action", "ping")))).isEqualTo("pong");
      assertThat(chat.in(bobs)).containsExactly(before);
    }
  }

  private static JsonObject revoked(Chat chat) {
    return JsonText.object(
        Map.of("type", "unsubscribed", "chatId", chat.id(), "reason", "revoked"));
  }

  @Test
  void what_both_nodes_publish_in_a_chat_at_once_makes_one_order_on_both() {
    Chat chat = Chat.of(ann);

    try (Socket here = ann.connect();
        Socket there = elsewhere.connect()) {
      here.ask(chat.subscription());
      there.ask(chat.subscription());
      List<CompletableFuture<Void>> publishers =
          Stream.of(ann, elsewhere).map(who -> runAsync(() -> publish(chat, who))).toList();
      publishers.forEach(CompletableFuture::join);

      List<JsonObject> seenHere = chat.await(here, 2 * MESSAGES);
      chat.await(there, 2 * MESSAGES);
      assertThat(sequences(seenHere)).isEqualTo(numbers(1, 2 * MESSAGES));
      assertThat(texts(chat, there)).isEqualTo(texts(chat, here)).hasSize(2 * MESSAGES);
      assertThat(chat.history()).isEqualTo(seenHere);
      Stream.of(ann, elsewhere).forEach(who -> assertInOwnOrder(seenHere, who));
    }
  }

  private static void publish(Chat chat, Account who) {
    for (int i = 1; i <= MESSAGES; i++) {
      String content = "%s %03d".formatted(who.home(), i);
      assertThat(chat.publishAs(who, chat.fifo(content)).status()).isEqualTo(202);
    }
  }

  private static void assertInOwnOrder(List<JsonObject> seen, Account who) {
    assertThat(Chat.contents(seen))
        .filteredOn(content -> content.startsWith(who.home().toString()))
        .isSorted()
        .hasSize(MESSAGES);
  }

  /** The messages of a chat as they came. */
  private static List<String> texts(Chat chat, Socket socket) {
    return socket.texts().stream()
        .filter(text -> chat.isOf("message", JsonText.object(text)))
        .toList();
  }

  @Test
  void a_broadcast_by_one_node_reaches_the_connections_of_both_once() {
    Account robot = new Accounts(site.home()).signIn("robot", Account.PASSWORD);
    String type = "alarm." + UUID.randomUUID();

    try (Socket here = ann.connect();
        Socket there = elsewhere.connect()) {
      Broadcast broadcast = new Broadcast(robot, type);
      broadcast.send("from here");
      robot.api().succeeded(new Broadcast(robot.at(elsewhere.home()), type).send("from there"));

      List<JsonObject> seenHere = broadcast.await(here, 2);
      assertThat(broadcast.await(there, 2)).isEqualTo(seenHere);
      assertThat(Broadcast.texts(seenHere)).containsExactly("from here", "from there");
      broadcast.send("fence");
      assertThat(broadcast.await(here, 3)).isEqualTo(broadcast.await(there, 3)).hasSize(3);
    }
  }

  @Test
  void connections_are_counted_across_both_nodes() {
    try (Socket here = ann.connect();
        Socket there = elsewhere.connect();
        Socket alsoThere = elsewhere.connect()) {
      assertThat(node(alsoThere)).isEqualTo(node(there));

      patiently()
          .untilAsserted(
              () ->
                  assertThat(ConnectionCount.seenBy(ann).nodes())
                      .isEqualTo(ConnectionCount.seenBy(elsewhere).nodes())
                      .isEqualTo(Map.of(node(here), 1, node(there), 2)));
      assertThat(ConnectionCount.seenBy(ann).count()).isEqualTo(3);
    }
  }

  /** Comes last, for there is no second node behind it. */
  @Test
  @Order(Integer.MAX_VALUE)
  void when_a_node_is_killed_its_readers_find_everything_on_the_other_and_it_counts_no_more() {
    Board board = Board.of(ann);
    try (Socket there = elsewhere.connect()) {
      there.subscribe(board);
      board.filled(20);
      there.awaitMessages(board, 20);
      patiently().until(() -> ConnectionCount.seenBy(ann).nodes().getOrDefault(node(there), 0) > 0);

      second.kill();
      for (int i = 0; i < 20; i++) {
        assertThat(board.post("after the death").status()).isEqualTo(202);
      }
      try (Socket here = ann.connect()) {
        here.subscribe(board, 20);
        assertThat(sequences(here.awaitMessages(board, 20))).isEqualTo(numbers(21, 40));
      }
      assertCountedNoMore(node(there));
    }
  }

  private void assertCountedNoMore(String node) {
    Api admin = new Accounts(site.home()).signIn("admin", Account.PASSWORD).api();
    patiently().until(() -> !ConnectionCount.seenBy(ann).nodes().containsKey(node));
    patiently()
        .until(() -> admin.get("/stats").json().getInt("staleConnectionsRemovedPerMinute") > 0);
  }

  private static String node(Socket socket) {
    return socket.objects().get(0).getString("node");
  }
}
