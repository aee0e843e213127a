package dev.switchboard;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.runAsync;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How all tests wait: until something is so, long enough for two busy cores. */
public final class Waiting {

  public static final Duration LIMIT = Duration.ofSeconds(60);

  private Waiting() {}

  public static ConditionFactory patiently() {
    return patiently(LIMIT);
  }

  /** What fails in a thread of another test, beside this one, does not end the wait. */
  public static ConditionFactory patiently(Duration limit) {
    return Awaitility.await()
        .dontCatchUncaughtExceptions()
        .atMost(limit)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(25));
  }

  /** Lets a time pass that the server asked for. */
  public static void asTold(Duration pause) {
    runAsync(() -> {}, delayedExecutor(pause.toMillis(), MILLISECONDS)).join();
  }
}
