package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ReplayIT {

  private static final int STORED = 6;

  private final Account ann = Accounts.fresh();
  private Board board = new Board(ann, "");

  @BeforeAll
  void a_board_that_holds_messages() {
    board = Board.of(ann).filled(STORED);
  }

  @ParameterizedTest
  @CsvSource({"0, 6", "1, 5", "5, 1", "6, 0", "7, 0", "1000000, 0", "9223372036854775807, 0"})
  void what_is_stored_above_a_number_is_replayed_in_order(long since, int replayed) {
    try (Socket socket = ann.connect()) {
      JsonObject answer = socket.subscribe(board, since);

      assertThat(answer.getInt("replayed")).isEqualTo(replayed);
      assertThat(answer.getInt("lastSequence")).isEqualTo(STORED);
      assertThat(sequences(socket.awaitMessages(board, replayed)))
          .isEqualTo(numbers(STORED - replayed + 1, STORED));
    }
  }

  @Test
  void the_answer_comes_before_what_is_replayed() {
    try (Socket socket = ann.connect()) {
      socket.subscribe(board, 0);
      socket.awaitMessages(board, STORED);

      assertThat(socket.objects())
          .extracting(Socket::type)
          .startsWith("welcome", "subscribed", "message");
    }
  }

  @Test
  void what_is_replayed_is_what_is_stored() {
    try (Socket socket = ann.connect()) {
      socket.subscribe(board, 0);

      assertThat(socket.awaitMessages(board, STORED)).isEqualTo(board.history());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "-9223372036854775808"})
  void a_number_that_cannot_be_is_invalid(String since) {
    try (Socket socket = ann.connect()) {
      JsonObject answer = ask(socket, new BigDecimal(since));

      assertThat(answer.getString("code", "")).isEqualTo("invalid");
      assertThat(socket.messages(board)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "all", ""})
  void a_since_that_is_not_a_number_is_invalid(String since) {
    try (Socket socket = ann.connect()) {
      assertThat(ask(socket, since).getString("code", "")).isEqualTo("invalid");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "1e30"})
  void a_number_beyond_all_bounds_does_no_harm(String since) {
    try (Socket socket = ann.connect()) {
      JsonObject answer = ask(socket, new BigDecimal(since));

      assertThat(Socket.type(answer)).isIn("subscribed", "error");
      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  @Test
  void live_messages_follow_the_replayed_ones_without_a_seam() {
    Board growing = Board.of(ann).filled(2);

    try (Socket socket = ann.connect()) {
      socket.subscribe(growing, 1);
      growing.filled(3);

      assertThat(sequences(socket.awaitMessages(growing, 4))).isEqualTo(numbers(2, 5));
    }
  }

  private JsonObject ask(Socket socket, Object since) {
    return socket.ask(Map.of("action", "subscribe", "boardId", board.id(), "since", since));
  }
}
