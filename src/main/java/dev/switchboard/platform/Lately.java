package dev.switchboard.platform;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The answer to a question that takes a while, or forever: asked in the background, only while
 * somebody wants to know, and not again before a pause is over. Who wants to know waits for a
 * moment; if the answer has not come by then, the one before has to do.
 */
public final class Lately<T> {
  private static final Logger LOG = System.getLogger(Lately.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Supplier<T> question;
  private final Executor executor;
  private final LongSupplier nanos;
  private final long pause;
  private final long patience;
  private CompletableFuture<Optional<T>> before =
      CompletableFuture.completedFuture(Optional.empty());
  private CompletableFuture<Optional<T>> latest =
      CompletableFuture.completedFuture(Optional.empty());
  private long askedAt;

  /** Asks again after 5 seconds, and lets nobody wait for longer than one. */
  public Lately(Supplier<T> question, Executor executor) {
    this(question, executor, System::nanoTime, PAUSE, PATIENCE);
  }

  /**
   * @param nanos a clock that counts nanoseconds from anywhere
   * @param pause between two questions
   * @param patience how long anybody waits for an answer
   */
  Lately(
      Supplier<T> question,
      Executor executor,
      LongSupplier nanos,
      Duration pause,
      Duration patience) {
    this.question = question;
    this.executor = executor;
    this.nanos = nanos;
    this.pause = pause.toNanos();
    this.patience = patience.toNanos();
    this.askedAt = nanos.getAsLong() - this.pause;
  }

  /** The latest answer; empty where the question failed, or was never answered. */
  public Optional<T> get() {
    return ask().join();
  }

  private synchronized CompletableFuture<Optional<T>> ask() {
    long now = nanos.getAsLong();
    if (latest.isDone() && now - askedAt >= pause) {
      before = latest;
      latest = CompletableFuture.supplyAsync(this::learn, executor);
      askedAt = now;
    }
    return latest.isDone() ? latest : inTime(Math.max(0, patience - (now - askedAt)));
  }

  private CompletableFuture<Optional<T>> inTime(long left) {
    return latest.copy().completeOnTimeout(before.join(), left, TimeUnit.NANOSECONDS);
  }

  private Optional<T> learn() {
    try {
      return Optional.of(question.get());
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A question was not answered: {0}", e.toString());
      return Optional.empty();
    }
  }
}
