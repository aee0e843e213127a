package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeReplayIT {

  private static final int MESSAGES = 320;

  /** 320 messages of 16,384 characters are 5 MiB; a connection's outbox holds 4. */
  @Test
  void a_replay_larger_than_an_outbox_arrives_whole() {
    Account ann = Accounts.fresh();
    Board board = Board.of(ann);
    String longest = "x".repeat(16_384);
    for (int i = 0; i < MESSAGES; i++) {
      assertThat(board.post(longest).status()).isEqualTo(202);
    }
    board.awaitSequence(MESSAGES);

    try (Socket socket = ann.connect()) {
      assertThat(socket.subscribe(board, 0).getInt("replayed")).isEqualTo(MESSAGES);
      socket.awaitTexts(MESSAGES + 2);

      assertThat(sequences(socket.messages(board))).isEqualTo(numbers(1, MESSAGES));
    }
  }
}
