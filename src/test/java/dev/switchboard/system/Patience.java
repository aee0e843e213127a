package dev.switchboard.system;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long these tests wait: long enough for two busy cores. */
final class Patience {

  static final Duration LIMIT = Duration.ofSeconds(60);

  private Patience() {}

  static ConditionFactory patiently() {
    return patiently(LIMIT);
  }

  static ConditionFactory patiently(Duration limit) {
    return Awaitility.await()
        .atMost(limit)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(25));
  }

  /** Lets a time pass that the server asked for. */
  static void asTold(Duration pause) {
    runAsync(() -> {}, delayedExecutor(pause.toMillis(), MILLISECONDS)).join();
  }
}
