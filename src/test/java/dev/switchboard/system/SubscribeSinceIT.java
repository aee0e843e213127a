package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static java.util.stream.LongStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers that come and go at random while others write: each sees every number once, in order. */
class SubscribeSinceIT {

  private static final int MESSAGES = 400;
  private static final int READERS = 6;

  private final Account ann = Accounts.fresh();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_reader_that_drops_and_comes_back_misses_nothing_and_sees_nothing_twice(long seed) {
    Board board = Board.of(ann);
    ExecutorService threads = Executors.newFixedThreadPool(READERS);

    try {
      List<CompletableFuture<List<Integer>>> readers =
          range(0, READERS)
              .mapToObj(i -> new WanderingReader(ann, board, MESSAGES, seed * 100 + i))
              .map(reader -> CompletableFuture.supplyAsync(reader::readAll, threads))
              .toList();
      for (int i = 1; i <= MESSAGES; i++) {
        assertThat(board.post("message " + i).status()).isEqualTo(202);
      }

      assertThat(readers)
          .allSatisfy(reader -> assertThat(reader.join()).isEqualTo(numbers(1, MESSAGES)));
      assertThat(sequences(board.history())).isEqualTo(numbers(1, MESSAGES));
    } finally {
      threads.shutdownNow();
    }
  }
}
