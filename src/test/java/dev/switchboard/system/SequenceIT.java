package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SequenceIT {

  private final Account ann = Accounts.fresh();

  @Test
  void numbers_have_no_hole_however_many_post_at_once() {
    Board board = Board.of(ann);

    List<Answer> answers = atOnce(board, 80);

    assertThat(answers).extracting(Answer::status).containsOnly(202);
    board.awaitSequence(80);
    assertThat(sequences(board.history())).isEqualTo(numbers(1, 80));
    assertThat(board.history())
        .extracting(message -> message.getString("id"))
        .containsExactlyInAnyOrderElementsOf(answers.stream().map(Answer::id).toList());
  }

  @Test
  void what_is_seen_live_is_what_is_stored_in_the_same_order() {
    Board board = Board.of(ann);

    try (Socket socket = ann.connect()) {
      socket.subscribe(board);
      atOnce(board, 40);

      assertThat(socket.awaitMessages(board, 40)).isEqualTo(board.history());
    }
  }

  @Test
  void each_board_counts_for_itself() {
    Board one = Board.of(ann).filled(2);
    Board two = Board.of(ann).filled(1);

    assertThat(one.lastSequence()).isEqualTo(2);
    assertThat(two.lastSequence()).isEqualTo(1);
  }

  private List<Answer> atOnce(Board board, int messages) {
    List<CompletableFuture<Answer>> calls =
        range(0, messages)
            .mapToObj(
                i ->
                    ann.api()
                        .call("POST", board.path() + "/messages")
                        .json(Board.message(Board.TOPIC, "message " + i))
                        .sendAsync())
            .toList();
    return calls.stream().map(CompletableFuture::join).toList();
  }
}
