package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequence;
import static dev.switchboard.system.Board.sequences;
import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("what it sends reaches every connection")
class BroadcastIT {

  private static final String JSON = "application/json";

  private final Account robot = Accounts.robot();
  private final Account ann = Accounts.fresh();
  private final Broadcast broadcast = new Broadcast(robot, "alarm." + UUID.randomUUID());

  @Test
  void a_broadcast_is_accepted_and_reaches_every_connection_once() {
    try (Socket one = ann.connect();
        Socket two = ann.connect();
        Socket other = robot.connect()) {
      Answer accepted = broadcast.send(Map.of("text", "fire"));

      assertThat(accepted.status()).isEqualTo(202);
      assertThat(accepted.location().getPath()).endsWith("/operations/" + accepted.id());
      robot.api().succeeded(accepted);
      JsonObject frame = broadcast.await(one, 1).get(0);
      assertThat(frame)
          .containsOnlyKeys("type", "data", "timestamp", "broadcasts", "sequenceNumber");
      assertThat(frame.getJsonObject("data")).isEqualTo(JsonText.object(Map.of("text", "fire")));
      assertThat(frame.getString("timestamp")).endsWith("Z");
      assertThat(frame.getString("broadcasts")).isEqualTo("all");
      broadcast.send("fence");
      for (Socket socket : List.of(one, two, other)) {
        assertThat(broadcast.await(socket, 2)).startsWith(frame).hasSize(2);
      }
    }
  }

  @Test
  void a_broadcast_is_counted_as_a_command_of_its_kind() {
    String kind = "kind=\"send-broadcast\"";
    Scrape before = Scrape.now();

    robot.api().succeeded(broadcast.send("counted"));

    patiently()
        .untilAsserted(
            () -> {
              Scrape now = Scrape.now();
              assertThat(now.growth(before, "switchboard_commands_accepted_total", kind))
                  .isPositive();
              assertThat(now.growth(before, "switchboard_commands_settled_total", kind))
                  .isPositive();
              assertThat(now.growth(before, "switchboard_command_duration_seconds_count", kind))
                  .isPositive();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"a\":{\"b\":[1,null,true]}}",
        "[]",
        "[1,\"two\",[3]]",
        "\"text with \\\" and \\u0000 and \\ud83d\\ude80\"",
        "\"\"",
        "0",
        "-1.5E+30",
        "123456789012345678901234567890",
        "true",
        "false",
        "null"
      })
  void any_json_value_may_be_sent(String data) {
    try (Socket socket = ann.connect()) {
      robot.api().succeeded(post(typed(data)));

      JsonObject frame = broadcast.await(socket, 1).get(0);
      assertThat(frame.get("data")).isEqualTo(JsonText.object(typed(data)).get("data"));
    }
  }

  private String typed(String data) {
    return "{\"type\":\"" + broadcast.type() + "\",\"data\":" + data + "}";
  }

  private Answer post(String body) {
    return robot.api().call("POST", Broadcast.PATH).body(JSON, body).send();
  }

  @Test
  void administrators_may_broadcast_and_users_may_not() {
    Map<String, String> body = Map.of("type", broadcast.type(), "data", "x");

    try (Socket socket = ann.connect()) {
      assertProblem(ann.api().post(Broadcast.PATH, body), 403);
      assertProblem(Switchboard.underTest().anonymous().post(Broadcast.PATH, body), 401);
      new Broadcast(Accounts.admin(), broadcast.type()).send("by admin");

      assertThat(Broadcast.texts(broadcast.await(socket, 1))).containsExactly("by admin");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tab\tinside", "Grüße", "a\0b"})
  void a_type_that_is_not_printable_is_refused(String type) {
    assertInvalid(new Broadcast(robot, type).send("x"), "/type");
  }

  @Test
  void a_type_has_up_to_128_characters() {
    String longest = "t".repeat(91) + " " + UUID.randomUUID();
    Broadcast fitting = new Broadcast(robot, longest);

    try (Socket socket = ann.connect()) {
      fitting.send("fits");
      assertThat(Broadcast.texts(fitting.await(socket, 1))).containsExactly("fits");
    }
    assertInvalid(new Broadcast(robot, longest + "x").send("too long"), "/type");
  }

  @Test
  void what_is_missing_or_cannot_be_sent_is_refused() {
    assertInvalid(robot.api().post(Broadcast.PATH, Map.of("type", "x")), "/data");
    assertInvalid(robot.api().post(Broadcast.PATH, Map.of("data", "x")), "/type");
    assertInvalid(post(typed("\"half a pair \\ud83d\"")), "/data");
    assertProblem(post("[]"), 400);
  }

  @Test
  void data_has_up_to_65536_bytes() {
    try (Socket socket = ann.connect()) {
      String longest = "ß".repeat((65_536 - 2) / 2);
      broadcast.send(longest);

      assertThat(Broadcast.texts(broadcast.await(socket, 1))).containsExactly(longest);
      assertInvalid(broadcast.send(longest + "x"), "/data");
    }
  }

  @Test
  void a_broadcast_repeated_with_its_key_is_sent_once() {
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("type", broadcast.type(), "data", "once");

    try (Socket socket = ann.connect()) {
      Answer first = robot.api().post(Broadcast.PATH, body, key);
      robot.api().succeeded(first);
      Answer second = robot.api().post(Broadcast.PATH, body, key);
      broadcast.send("fence");

      assertThat(second.id()).isEqualTo(first.id());
      assertThat(Broadcast.texts(broadcast.await(socket, 2))).containsExactly("once", "fence");
    }
  }

  @Test
  void broadcasts_keep_their_order_and_have_numbers_without_a_hole() {
    try (Socket socket = ann.connect()) {
      List<String> texts = range(0, 20).mapToObj(i -> "text " + i).toList();
      texts.forEach(broadcast::send);

      List<JsonObject> frames = broadcast.await(socket, texts.size());
      assertThat(Broadcast.texts(frames)).isEqualTo(texts);
      int first = sequence(frames.get(0));
      assertThat(sequences(frames)).isEqualTo(numbers(first, first + texts.size() - 1));
    }
  }

  @Test
  void who_connects_later_gets_what_was_missed_only_by_since() {
    try (Socket before = ann.connect()) {
      List.of("one", "two", "three").forEach(broadcast::send);
      List<JsonObject> sent = broadcast.await(before, 3);

      try (Socket later = ann.connect()) {
        later.ask(Map.of("action", "ping"));
        assertThat(broadcast.in(later)).isEmpty();
        JsonObject answer = later.ask(subscription("all", sequence(sent.get(0))));
        broadcast.send("four");

        assertThat(Socket.type(answer)).isEqualTo("subscribed");
        assertThat(answer.getString("broadcasts")).isEqualTo("all");
        assertThat(answer.getInt("replayed")).isEqualTo(2);
        assertThat(Broadcast.texts(broadcast.await(later, 3)))
            .containsExactly("two", "three", "four");
      }
    }
  }

  @Test
  void there_is_one_stream_of_broadcasts() {
    try (Socket socket = ann.connect()) {
      assertThat(socket.ask(subscription("some", 0)).getString("code", "")).isEqualTo("notFound");
    }
  }

  private static Map<String, Object> subscription(String which, int since) {
    Map<String, Object> frame = new HashMap<>();
    frame.put("action", "subscribe");
    frame.put("broadcasts", which);
    frame.put("since", since);
    return frame;
  }
}
