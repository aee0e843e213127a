package dev.switchboard.system;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Posts at a fixed rate, however long the answers take; each message tells when it was sent. */
record Pacer(Account author, Board board, int perSecond) {

  void post(int messages) {
    List<CompletableFuture<Answer>> posts = range(0, messages).mapToObj(this::postLater).toList();

    assertThat(posts).allSatisfy(post -> assertThat(post.join().status()).isEqualTo(202));
  }

  private CompletableFuture<Answer> postLater(int index) {
    long delay = index * SECONDS.toNanos(1) / perSecond;
    return runAsync(() -> {}, delayedExecutor(delay, NANOSECONDS)).thenCompose(due -> send());
  }

  private CompletableFuture<Answer> send() {
    return author
        .api()
        .call("POST", board.path() + "/messages")
        .json(Board.message(Board.TOPIC, Long.toString(System.nanoTime())))
        .sendAsync();
  }
}
