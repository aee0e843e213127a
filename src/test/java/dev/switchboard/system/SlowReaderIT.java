package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlowReaderIT {

  private static final int MESSAGES = 900;

  /** 900 messages of 16 KiB are more than the outbox and the kernel's buffers hold together. */
  @Test
  void who_does_not_keep_up_is_cut_off_and_the_others_go_on() throws IOException {
    Account ann = Accounts.fresh();
    Account eve = Accounts.fresh();
    Board board = Board.of(ann);

    try (Socket quick = ann.connect();
        RawSocket slow = RawSocket.open(ann, 8_192)) {
      quick.subscribe(board);
      slow.sendText(JsonText.of(Map.of("action", "subscribe", "boardId", board.id())));
      assertThat(slow.read().text()).contains("welcome");
      assertThat(slow.read().text()).contains("subscribed");
      String longest = "x".repeat(16_000);
      for (int i = 0; i < MESSAGES; i++) {
        assertThat(board.postAs(i % 2 == 0 ? ann : eve, longest).status()).isEqualTo(202);
      }
      quick.awaitTexts(MESSAGES + 2);

      assertThat(sequences(quick.messages(board))).isEqualTo(numbers(1, MESSAGES));
      assertThat(slow.awaitClosure().code()).isIn(4008, 1006);
    }
  }
}
