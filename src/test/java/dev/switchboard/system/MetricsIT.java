package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Other tests are busy meanwhile: what is counted here is a part of what is shown. */
class MetricsIT {

  private static final String QUEUE = "switchboard.registrations";

  private final Account ann = Accounts.fresh();
  private final Scrape before = Scrape.now();

  @Test
  void commands_are_counted_by_kind_from_the_door_to_their_end() {
    Board.of(ann).filled(5);

    String kind = "kind=\"post-message\"";
    awaitMore(5, "switchboard_commands_accepted_total", kind);
    awaitMore(5, "switchboard_commands_settled_total", kind, "outcome=\"carried_out\"");
    awaitMore(5, "switchboard_command_duration_seconds_count", kind);
  }

  @Test
  void commands_of_notes_comments_and_rooms_are_counted_too() {
    Note.saved(ann, "counted", false);
    Post.of(ann).say("counted");
    try (Socket socket = ann.connect()) {
      Room.of(ann).say(socket, "counted");
    }

    List.of("change-note", "change-comment", "send-message").forEach(this::awaitOneMore);
  }

  private void awaitOneMore(String command) {
    String kind = "kind=\"" + command + "\"";
    awaitMore(1, "switchboard_commands_accepted_total", kind);
    awaitMore(1, "switchboard_commands_settled_total", kind, "outcome=\"carried_out\"");
    awaitMore(1, "switchboard_command_duration_seconds_count", kind);
  }

  @Test
  void how_long_commands_take_is_a_histogram() {
    Board.of(ann).filled(1);

    String bucket = "switchboard_command_duration_seconds_bucket";
    awaitMore(1, bucket, "kind=\"post-message\"", "le=\"+Inf\"");
    Scrape now = Scrape.now();
    assertThat(now.text()).contains("# TYPE switchboard_command_duration_seconds histogram");
    assertThat(now.value(bucket, "kind=\"post-message\"", "le=\"60.0\"")).isPositive();
  }

  @Test
  void a_refused_command_is_counted() {
    Api nobody = Switchboard.underTest().anonymous();
    Map<String, String> taken = Map.of("email", ann.email(), "name", "Mallory");

    Accounts.admin().api().settled(nobody.post("/users/register", taken));

    awaitMore(
        1, "switchboard_commands_settled_total", "kind=\"register-user\"", "outcome=\"refused\"");
  }

  @Test
  void a_command_that_is_given_up_is_counted_and_shown_among_the_dead_letters() {
    DeadLetterBox letters = DeadLetterBox.ofInstallation();
    String poison = "poison-" + UUID.randomUUID();

    Poison.plant(QUEUE, poison, Map.of());
    JsonObject letter = letters.await(QUEUE, poison);

    awaitMore(
        1, "switchboard_commands_settled_total", "kind=\"register-user\"", "outcome=\"given_up\"");
    patiently()
        .until(() -> Scrape.now().value("switchboard_queue_dead_letters", queue(QUEUE)) >= 1);
    assertThat(letters.remove(letter).status()).isEqualTo(204);
  }

  @Test
  void every_queue_is_shown_with_its_depth_its_dead_letters_and_its_oldest_command()
      throws Exception {
    List<String> queues =
        Destinations.queues().stream().filter(queue -> !queue.endsWith(".dead")).toList();

    patiently()
        .untilAsserted(
            () ->
                assertThat(queues)
                    .allSatisfy(queue -> assertShown("switchboard_queue_depth", queue))
                    .allSatisfy(queue -> assertShown("switchboard_queue_dead_letters", queue))
                    .allSatisfy(
                        queue -> assertShown("switchboard_queue_oldest_command_seconds", queue)));
  }

  private static void assertShown(String name, String queue) {
    assertThat(Scrape.now().text()).containsPattern(name + "\\{[^}]*" + queue(queue) + ".*} \\d");
  }

  @Test
  void open_connections_and_their_subscriptions_are_shown() {
    Board board = Board.of(ann);
    List<Socket> sockets = Stream.generate(ann::connect).limit(3).toList();
    try {
      sockets.forEach(socket -> socket.subscribe(board));

      Scrape now = Scrape.now();
      assertThat(now.value("switchboard_connections")).isGreaterThanOrEqualTo(3);
      assertThat(now.value("switchboard_subscriptions")).isGreaterThanOrEqualTo(3);
      assertThat(now.value("switchboard_outbox_frames")).isNotNegative();
      assertThat(more(now, "switchboard_subscriptions_begun_total")).isGreaterThanOrEqualTo(3);
    } finally {
      sockets.forEach(Socket::close);
    }
  }

  @Test
  void what_is_published_and_passed_on_is_counted() {
    Board board = Board.of(ann);
    try (Socket socket = ann.connect()) {
      socket.subscribe(board);
      board.filled(5);
      socket.awaitMessages(board, 5);

      awaitMore(5, "switchboard_events_published_total");
      awaitMore(5, "switchboard_broadcasts_total");
    }
  }

  @Test
  void a_closed_connection_is_counted_by_its_code() {
    try (Socket socket = ann.connect()) {
      socket.sendBinary(new byte[] {1});
      assertThat(socket.awaitClosure().code()).isEqualTo(4501);

      awaitMore(1, "switchboard_connections_closed_total", "code=\"4501\"");
    }
  }

  @Test
  void a_server_that_is_ready_shows_it() {
    patiently().until(() -> Scrape.now().value("switchboard_ready") == 1);
    patiently().until(() -> Scrape.now().value("switchboard_broker_up") == 1);
  }

  private static String queue(String name) {
    return "queue=\"" + name + "\"";
  }

  private void awaitMore(int count, String name, String... labels) {
    patiently()
        .untilAsserted(
            () ->
                assertThat(more(Scrape.now(), name, labels))
                    .as(name)
                    .isGreaterThanOrEqualTo(count));
  }

  private double more(Scrape now, String name, String... labels) {
    return now.growth(before, name, labels);
  }
}
