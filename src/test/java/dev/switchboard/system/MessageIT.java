package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIT {

  private final Account alice = Accounts.alice();

  @Test
  void a_message_is_accepted_and_stored() {
    Board board = Board.of(alice);

    Answer accepted = board.post("hello");

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.string("message")).isEqualTo("Message posting request is accepted.");
    alice.api().succeeded(accepted);
    JsonObject message = board.messages("").get(0);
    assertThat(message)
        .containsOnlyKeys(
            "id", "topic", "data", "boardId", "userId", "createdAt", "sequenceNumber");
    assertThat(message.getString("id")).isEqualTo(accepted.id());
    assertThat(message.getString("topic")).isEqualTo(Board.TOPIC);
    assertThat(message.getString("data")).isEqualTo("hello");
    assertThat(message.getString("boardId")).isEqualTo(board.id());
    assertThat(message.getString("userId")).isEqualTo(alice.userId());
    assertThat(Board.sequence(message)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quotes \" and \\ and /", "line\nbreak\r\n\ttab", "Grüße, 世界, \uD83D\uDE80",
        "\u2028\u2029\u0001\u007f", "<script>alert(1)</script>", "'; DROP TABLE boards; --"
      })
  void what_is_said_comes_back_as_it_was_said(String data) {
    assertThat(Board.of(alice).say(data).getString("data")).isEqualTo(data);
  }

  @Test
  void a_text_of_16384_characters_is_stored_whole() {
    String longest = "ß".repeat(16_384);

    assertThat(Board.of(alice).say(longest).getString("data")).isEqualTo(longest);
  }

  @Test
  void a_longer_text_is_refused() {
    Answer answer = Board.of(alice).post("x".repeat(16_385));

    assertThat(answer.status()).isIn(400, 413);
    assertProblem(answer, answer.status());
  }

  @Test
  void a_message_to_a_board_that_does_not_exist_is_not_found() {
    String path = "/boards/" + UUID.randomUUID() + "/messages";

    assertProblem(alice.api().post(path, Board.message("t", "d")), 404);
    assertProblem(alice.api().get(path), 404);
  }

  @ParameterizedTest
  @CsvSource({"topic, data", "data, topic"})
  void a_field_that_is_missing_is_refused(String missing, String present) {
    String path = Board.of(alice).path() + "/messages";

    assertInvalid(alice.api().post(path, Map.of(present, "x")), "/" + missing);
  }

  @Test
  void a_blank_topic_is_refused() {
    String path = Board.of(alice).path() + "/messages";

    assertInvalid(alice.api().post(path, Board.message(" ", "x")), "/topic");
  }

  @Test
  void a_character_that_cannot_be_stored_is_refused_at_the_door() {
    assertProblem(Board.of(alice).post("a\0b"), 400);
  }
}
