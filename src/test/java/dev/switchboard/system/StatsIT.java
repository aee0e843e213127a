package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Other tests are busy meanwhile: what is counted here is a part of the figures. */
class StatsIT {

  private static final String QUEUE = "switchboard.registrations";
  private static final List<String> FIGURES =
      List.of(
          "activeConnections",
          "subscriptionsPerMinute",
          "broadcastsPerMinute",
          "staleConnectionsRemovedPerMinute");

  private final Account ann = Accounts.fresh();
  private final Api admin = Accounts.admin().api();

  @Test
  void every_figure_is_there() {
    JsonObject stats = stats();

    assertThat(FIGURES).allSatisfy(figure -> assertThat(stats.getInt(figure)).isNotNegative());
    assertThat(queues(stats))
        .isNotEmpty()
        .allSatisfy(queue -> assertThat(queue.getInt("depth")).isNotNegative())
        .allSatisfy(queue -> assertThat(queue.getInt("deadLetters")).isNotNegative())
        .allSatisfy(queue -> assertThat(seconds(queue)).isNotNegative());
  }

  @Test
  void every_queue_of_commands_is_there_by_its_name() throws Exception {
    List<String> expected =
        Destinations.queues().stream().filter(queue -> !queue.endsWith(".dead")).sorted().toList();

    assertThat(queues(stats()))
        .extracting(queue -> queue.getString("name"))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void open_connections_are_counted() {
    List<Socket> sockets = Stream.generate(ann::connect).limit(5).toList();
    try {
      awaitAtLeast("activeConnections", 5);
    } finally {
      sockets.forEach(Socket::close);
    }
  }

  @Test
  void subscriptions_and_broadcasts_are_counted() {
    Board board = Board.of(ann);
    try (Socket socket = ann.connect()) {
      socket.subscribe(board);
      board.filled(10);
      socket.awaitMessages(board, 10);
    }
    try (Socket socket = ann.connect()) {
      socket.subscribe(board);

      awaitAtLeast("subscriptionsPerMinute", 2);
      awaitAtLeast("broadcastsPerMinute", 10);
    }
  }

  @Test
  void what_waits_and_what_is_dead_is_counted() {
    DeadLetterBox letters = DeadLetterBox.ofInstallation();
    String poison = "poison-" + UUID.randomUUID();

    Poison.plant(QUEUE, poison, Map.of());
    patiently().until(() -> queue().getInt("depth") > 0);
    JsonObject letter = letters.await(QUEUE, poison);

    awaitCountOf(letters);
    assertThat(queue().getInt("deadLetters")).isPositive();
    assertThat(letters.remove(letter).status()).isEqualTo(204);
    awaitCountOf(letters);
  }

  /** Others plant and remove letters meanwhile. */
  private void awaitCountOf(DeadLetterBox letters) {
    patiently().until(() -> queue().getInt("deadLetters") == letters.of(QUEUE).size());
  }

  @Test
  void figures_are_for_administrators() {
    assertProblem(ann.api().get("/stats"), 403);
    assertProblem(Accounts.robot().api().get("/stats"), 403);
    assertProblem(Switchboard.underTest().anonymous().get("/stats"), 401);
  }

  private void awaitAtLeast(String figure, int count) {
    patiently()
        .untilAsserted(
            () -> assertThat(stats().getInt(figure)).as(figure).isGreaterThanOrEqualTo(count));
  }

  private static double seconds(JsonObject queue) {
    return queue.getJsonNumber("oldestCommandSeconds").doubleValue();
  }

  private JsonObject stats() {
    Answer answer = admin.get("/stats");
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  private JsonObject queue() {
    return queues(stats()).stream()
        .filter(queue -> queue.getString("name").equals(QUEUE))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonObject> queues(JsonObject stats) {
    return stats.getJsonArray("queues").getValuesAs(JsonObject.class);
  }
}
