package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameIT {

  private final Account alice = Accounts.alice();

  @Test
  void a_ping_is_answered_with_a_pong() {
    try (Socket socket = alice.connect()) {
      socket.send(Map.of("action", "ping"));

      assertThat(socket.await(frame -> Socket.type(frame).equals("pong"))).containsOnlyKeys("type");
    }
  }

  @Test
  void an_echo_gives_back_what_was_sent() {
    Map<String, Object> sent =
        Map.of("action", "echo", "text", "Grüße \uD83D\uDE80", "list", List.of(1, 2), "no", false);

    try (Socket socket = alice.connect()) {
      JsonObject answer = socket.ask(sent);

      assertThat(Socket.type(answer)).isEqualTo("echo");
      JsonObject expected = JsonText.object(sent);
      assertThat(answer.getJsonObject("data"))
          .containsEntry("text", expected.get("text"))
          .containsEntry("list", expected.get("list"))
          .containsEntry("no", expected.get("no"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "",
        "{",
        "[]",
        "[{\"action\":\"ping\"}]",
        "\"ping\"",
        "null",
        "7",
        "{}",
        "{\"action\":null}",
        "{\"action\":7}",
        "{\"action\":\"subscribe\"}",
        "{\"action\":\"subscribe\",\"boardId\":null}",
        "{\"action\":\"subscribe\",\"boardId\":7}",
        "{\"action\":\"unsubscribe\"}",
        "{\"action\":\"refreshToken\"}",
        "{\"action\":\"ping\"} {\"action\":\"ping\"}"
      })
  void a_frame_that_is_no_request_is_invalid_and_the_connection_stays_open(String text) {
    try (Socket socket = alice.connect()) {
      socket.send(text);

      JsonObject error = socket.await(frame -> Socket.type(frame).equals("error"));
      assertThat(error.getString("code")).isEqualTo("invalid");
      assertThat(error.getString("message")).isNotBlank().doesNotContain("Exception");
      assertStillOpen(socket);
    }
  }

  @Test
  void a_subscription_to_two_things_at_once_is_invalid() {
    try (Socket socket = alice.connect()) {
      String board = UUID.randomUUID().toString();

      JsonObject answer =
          socket.ask(Map.of("action", "subscribe", "boardId", board, "chatId", "lobby"));

      assertThat(answer.getString("code")).isEqualTo("invalid");
      assertThat(answer.getString("action")).isEqualTo("subscribe");
      assertStillOpen(socket);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dance", "", "PING", "subscribe "})
  void an_unknown_action_is_told_so(String action) {
    try (Socket socket = alice.connect()) {
      JsonObject answer = socket.ask(Map.of("action", action));

      assertThat(Socket.type(answer)).isEqualTo("error");
      assertThat(answer.getString("code")).isEqualTo("unknownAction");
      assertStillOpen(socket);
    }
  }

  @Test
  void a_binary_frame_ends_the_connection() {
    try (Socket socket = alice.connect()) {
      socket.sendBinary(new byte[] {1, 2, 3});

      assertThat(socket.awaitClosure().code()).isIn(4501, 1003);
    }
  }

  @Test
  void a_frame_of_64_kib_is_read() {
    try (Socket socket = alice.connect()) {
      JsonObject answer = socket.ask(Map.of("action", "echo", "text", "x".repeat(60_000)));

      assertThat(answer.getJsonObject("data").getString("text")).hasSize(60_000);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65_537, 1_000_000})
  void a_larger_frame_ends_the_connection(int size) {
    try (RawSocket socket = RawSocket.open(alice, 65_536)) {
      socket.sendText("x".repeat(size));

      assertThat(socket.awaitClosure().code()).isEqualTo(1009);
    }
  }

  @Test
  void a_larger_message_in_small_pieces_ends_the_connection_too() {
    try (RawSocket socket = RawSocket.open(alice, 65_536)) {
      for (int i = 0; i < 20; i++) {
        socket.sendPiece("x".repeat(10_000), i == 0, i == 19);
      }

      assertThat(socket.awaitClosure().code()).isEqualTo(1009);
    }
  }

  @Test
  void a_message_in_pieces_without_end_ends_the_connection() {
    try (RawSocket socket = RawSocket.open(alice, 65_536)) {
      boolean first = true;
      for (int i = 0; i < 20; i++) {
        socket.sendPiece("x".repeat(10_000), first, false);
        first = false;
      }

      assertThat(socket.awaitClosure().code()).isEqualTo(1009);
    }
  }

  @Test
  void a_message_in_pieces_is_read_as_one() throws IOException {
    String text = "{\"action\":\"echo\",\"text\":\"" + "é€".repeat(6_000) + "\"}";
    try (RawSocket socket = RawSocket.open(alice, 65_536)) {
      for (int i = 0; i < text.length(); i += 1_000) {
        int end = Math.min(text.length(), i + 1_000);
        socket.sendPiece(text.substring(i, end), i == 0, end == text.length());
      }

      String answer = StandardCharsets.UTF_8.decode(socket.read().payload()).toString();
      while (!answer.contains("echo")) {
        answer = StandardCharsets.UTF_8.decode(socket.read().payload()).toString();
      }
      assertThat(answer).contains("é€".repeat(6_000));
    }
  }

  @Test
  void a_large_frame_of_long_characters_is_read() {
    String text = "é€𝄞".repeat(7_000);
    try (Socket socket = alice.connect()) {
      JsonObject answer = socket.ask(Map.of("action", "echo", "text", text));

      assertThat(answer.getJsonObject("data").getString("text")).isEqualTo(text);
    }
  }

  private static void assertStillOpen(Socket socket) {
    assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
  }
}
