package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class MessageHistoryIT {

  @Test
  void a_topic_that_no_message_can_have_is_refused() {
    assertProblem(ann.api().get(board.path() + "/messages?topic=%00"), 400);
  }

  private final Account ann = Accounts.fresh();
  private Board board = new Board(ann, "");

  @BeforeAll
  void a_board_with_two_topics() {
    board = Board.of(ann);
    for (String topic : new String[] {"red", "blue", "red", "blue", "red"}) {
      Answer accepted = ann.api().post(board.path() + "/messages", Board.message(topic, topic));
      ann.api().succeeded(accepted);
    }
  }

  @Test
  void the_newest_comes_first() {
    assertThat(sequences(board.messages(""))).containsExactly(5, 4, 3, 2, 1);
  }

  @Test
  void after_a_number_the_oldest_comes_first() {
    assertThat(sequences(board.messages("?afterSequence=0"))).isEqualTo(numbers(1, 5));
    assertThat(sequences(board.messages("?afterSequence=3"))).containsExactly(4, 5);
    assertThat(board.messages("?afterSequence=5")).isEmpty();
    assertThat(board.messages("?afterSequence=1000000")).isEmpty();
  }

  @Test
  void a_topic_can_be_asked_for() {
    assertThat(sequences(board.messages("?topic=red"))).containsExactly(5, 3, 1);
    assertThat(sequences(board.messages("?topic=red&afterSequence=1"))).containsExactly(3, 5);
    assertThat(board.messages("?topic=green")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999"})
  void a_number_that_is_none_is_refused(String number) {
    assertProblem(ann.api().get(board.path() + "/messages?afterSequence=" + number), 400);
  }

  @Test
  void a_users_messages_come_from_all_boards_and_only_from_that_user() {
    Account eve = Accounts.fresh();
    Board one = Board.of(eve);
    Board two = Board.of(eve);
    eve.api().succeeded(one.postAs(eve, "on the first"));
    eve.api().succeeded(two.postAs(eve, "on the second"));
    ann.api().succeeded(two.postAs(ann, "by ann"));

    Answer eves = ann.api().get("/users/" + eve.userId() + "/messages");

    assertThat(eves.items())
        .extracting(message -> message.getString("data"))
        .containsExactly("on the second", "on the first");
  }
}
