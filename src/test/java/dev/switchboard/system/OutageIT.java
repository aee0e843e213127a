package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.stream.IntStream.rangeClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.launch.Broker;
import dev.switchboard.launch.Database;
import dev.switchboard.platform.Ids;
import jakarta.jms.JMSContext;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@InOwnInstallation
class OutageIT {

  @Test
  void the_broker_is_stopped_and_started(Site site) {
    Broker broker = site.installation().broker();
    assertSurvived(site, broker::stop, broker::start);
  }

  /** More often than a queue has listeners: none of them may be left behind by an outage. */
  @RepeatedTest(9)
  void the_broker_is_killed_and_started(Site site) {
    Broker broker = site.installation().broker();
    assertSurvived(site, broker::kill, broker::start);
  }

  @Test
  void the_database_is_stopped_and_started(Site site) {
    Database database = site.installation().database();
    assertSurvived(site, database::stop, database::start);
  }

  @Test
  void the_database_is_killed_and_started(Site site) {
    Database database = site.installation().database();
    assertSurvived(site, database::kill, database::start);
  }

  @Test
  void what_is_read_is_there_while_the_broker_is_away(Site site) {
    Board board = Board.of(site.register()).filled(2);
    Broker broker = site.installation().broker();

    broker.stop();
    try {
      assertThat(sequences(board.history())).containsExactly(1, 2);
    } finally {
      broker.start();
      awaitReady(site);
    }
  }

  @Test
  void what_is_measured_is_shown_while_the_broker_is_away(Site site) {
    Broker broker = site.installation().broker();
    patiently().until(() -> scrape(site).names().contains("switchboard_queue_depth"));

    broker.stop();
    try {
      patiently().until(() -> scrape(site).value("switchboard_broker_up") == 0);
      patiently().until(() -> scrape(site).value("switchboard_ready") == 0);
      patiently().until(() -> Double.isNaN(scrape(site).value("switchboard_queue_depth")));
    } finally {
      broker.start();
      awaitReady(site);
    }
    patiently().until(() -> scrape(site).value("switchboard_queue_depth") >= 0);
  }

  private static Scrape scrape(Site site) {
    return Scrape.of(site.home());
  }

  @Test
  void what_is_read_is_told_to_be_away_while_the_database_is(Site site) {
    Board board = Board.of(site.register());
    Database database = site.installation().database();

    database.stop();
    try {
      Answer answer = board.owner().api().get(board.path() + "/messages");
      assertProblem(answer, 503);
      assertThat(answer.retryAfter()).isPositive();
      assertThat(health(site, "live").status()).isEqualTo(200);
      patiently().until(() -> health(site, "ready").status() == 503);
    } finally {
      database.start();
      awaitReady(site);
    }
  }

  /**
   * Each note is stored as soon as the database is back, before most of them are followed again.
   */
  @Test
  void who_connects_while_the_database_is_away_hears_of_every_note_from_then_on(Site site) {
    List<Account> users = rangeClosed(1, 10).mapToObj(i -> site.register()).toList();
    Database database = site.installation().database();
    List<Socket> sockets;

    database.stop();
    try {
      sockets = users.stream().map(Account::connect).toList();
      users.forEach(user -> plantNote(site, user, "stored at once"));
    } finally {
      database.start();
      awaitReady(site);
    }

    for (Socket socket : sockets) {
      try (socket) {
        JsonObject note = socket.await(frame -> Socket.type(frame).equals("note-saved"));
        assertThat(note.getString("content")).isEqualTo("stored at once");
        assertThat(note.getInt("sequenceNumber")).isEqualTo(1);
      }
    }
  }

  @Test
  void who_connects_while_the_database_is_away_hears_nothing_of_before(Site site) {
    Account ann = site.register();
    Note.saved(ann, "before", false);
    Database database = site.installation().database();
    Socket socket;

    database.stop();
    try {
      socket = ann.connect();
    } finally {
      database.start();
      awaitReady(site);
    }

    try (socket) {
      Note after = Note.saved(ann, "after", false);
      after.await(socket, Note.MINE, 1);
      assertThat(Note.texts("content", socket.objects())).doesNotContain("before");
    }
  }

  @Test
  void who_unsubscribes_while_the_database_is_away_stays_so_when_it_is_back(Site site) {
    Account ann = site.register();
    Database database = site.installation().database();
    Socket leaving;
    Socket staying;

    database.stop();
    try {
      leaving = ann.connect();
      staying = ann.connect();
      JsonObject answer = leaving.ask(Map.of("action", "unsubscribe", "notes", Note.MINE));
      assertThat(Socket.type(answer)).isEqualTo("unsubscribed");
    } finally {
      database.start();
      awaitReady(site);
    }

    try (leaving;
        staying) {
      Note.saved(ann, "one", false).await(staying, Note.MINE, 1);
      Note two = Note.saved(ann, "two", false);
      two.await(staying, Note.MINE, 1);
      leaving.ask(Map.of("action", "ping"));
      assertThat(Note.texts("type", leaving.objects())).doesNotContain("note-saved");
    }
  }

  @Test
  void who_cannot_subscribe_while_the_database_is_away_goes_on_following_as_before(Site site) {
    Account ann = site.register();
    Database database = site.installation().database();
    try (Socket socket = ann.connect()) {
      Note.saved(ann, "before", false).await(socket, Note.MINE, 1);

      database.stop();
      try {
        JsonObject refused = socket.ask(Note.subscription(Note.MINE, 0));
        assertThat(refused.getString("code", "")).as("%s", refused).isEqualTo("unavailable");
      } finally {
        database.start();
        awaitReady(site);
      }

      Note after = Note.saved(ann, "after", false);
      assertThat(Note.texts("type", after.await(socket, Note.MINE, 1)))
          .containsExactly("note-saved");
    }
  }

  /** As a door sends it that made it durable before the outage. */
  private static void plantNote(Site site, Account user, String content) {
    String id = new Ids().next().toString();
    Map<String, Object> command =
        Map.of(
            "id",
            id,
            "author",
            user.userId(),
            "change",
            "CREATE",
            "noteId",
            id,
            "userId",
            user.userId(),
            "username",
            user.username(),
            "content",
            content,
            "isPublic",
            false);
    String url = "tcp://localhost:" + site.installation().broker().port();
    try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url);
        JMSContext context = connections.createContext()) {
      context.createProducer().send(context.createQueue(Note.QUEUE), JsonText.of(command));
    }
  }

  /** Commands get 503 meanwhile, sockets stay, and afterwards all that was accepted is there. */
  private static void assertSurvived(Site site, Runnable stop, Runnable start) {
    Account ann = site.register();
    Board board = Board.of(ann);
    try (Socket socket = ann.connect()) {
      socket.subscribe(board);
      List<Answer> before = rangeClosed(1, 10).mapToObj(i -> board.post("before " + i)).toList();

      stop.run();
      Answer refused = patiently().until(() -> board.post("meanwhile"), a -> a.status() != 202);
      assertProblem(refused, 503);
      assertThat(refused.retryAfter()).isPositive();
      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");

      start.run();
      Answer after = patiently().until(() -> board.post("after"), a -> a.status() == 202);
      ann.api().succeeded(after);
      before.forEach(ann.api()::succeeded);
      List<JsonObject> history = board.history();
      assertThat(history).extracting(m -> m.getString("id")).doesNotHaveDuplicates();
      assertThat(sequences(history)).isEqualTo(numbers(1, history.size()));
      assertThat(socket.awaitMessages(board, history.size())).isEqualTo(history);
      assertThat(socket.isOpen()).isTrue();
    } finally {
      awaitReady(site);
    }
  }

  private static void awaitReady(Site site) {
    patiently().until(() -> health(site, "ready").status() == 200);
  }

  private static Answer health(Site site, String check) {
    return site.home().anonymous().outside("GET", "/health/" + check).send();
  }
}
