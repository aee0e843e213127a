package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.Waiting;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a client that is silent for longer than a minute is closed")
class PausingReaderIT {

  /** So long that threads of the server that sleep in a write have been woken in between. */
  private static final Duration PAUSE = Duration.ofSeconds(16);

  private static final int MESSAGES = 220;

  /** 220 messages of 16 KiB are more than the kernel's buffers hold, and fit into the outbox. */
  @Test
  void who_reads_again_after_a_pause_gets_everything_in_order() throws IOException {
    Account ann = Accounts.fresh();
    Board board = Board.of(ann);

    try (RawSocket socket = RawSocket.open(ann, 8_192)) {
      socket.sendText(JsonText.of(Map.of("action", "subscribe", "boardId", board.id())));
      assertThat(socket.read().text()).contains("welcome");
      assertThat(socket.read().text()).contains("subscribed");
      String longest = "x".repeat(16_000);
      postAtOnce(board, longest);
      board.awaitSequence(MESSAGES);
      Waiting.asTold(PAUSE);

      List<JsonObject> got = new ArrayList<>();
      for (int i = 0; i < MESSAGES; i++) {
        got.add(message(socket.read().text()));
      }
      assertThat(sequences(got)).isEqualTo(numbers(1, MESSAGES));
    }
  }

  /** Soon enough that the silent client is not taken for dead. */
  private static void postAtOnce(Board board, String text) {
    ExecutorService senders = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Answer>> posts = Collections.nCopies(MESSAGES, () -> board.post(text));
      for (Future<Answer> each : senders.invokeAll(posts)) {
        assertThat(each.get().status()).isEqualTo(202);
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      senders.shutdown();
    }
  }

  private static JsonObject message(String frame) {
    return Json.createReader(new StringReader(frame)).readObject().getJsonObject("message");
  }
}
