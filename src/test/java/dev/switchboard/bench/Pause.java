package dev.switchboard.bench;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;

/** Lets a time pass between two looks at something that runs elsewhere. */
final class Pause {
  private Pause() {}

  static void of(Duration time) {
    runAsync(() -> {}, delayedExecutor(time.toMillis(), MILLISECONDS)).join();
  }
}
