package dev.switchboard.bus;

import dev.switchboard.platform.problem.Outage;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Outlasts an outage: while the database or the broker is away, a command waits where it is instead
 * of using up its tries. The message stays unacknowledged, so a node that dies meanwhile loses
 * nothing.
 */
@ApplicationScoped
class Patience {
  private static final long PAUSE_MILLIS = 500;

  private final CountDownLatch stopping = new CountDownLatch(1);

  /** Repeats the work until it returns, or throws for another reason than an outage. */
  <T> T outlast(Supplier<T> work) {
    while (true) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (!Outage.causes(e) || pause()) {
          throw e;
        }
      }
    }
  }

  void outlast(Runnable work) {
    outlast(
        () -> {
          work.run();
          return true;
        });
  }

  /** Waits a moment; true when the node is stopping. */
  boolean pause() {
    try {
      return stopping.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @PreDestroy
  void stop() {
    stopping.countDown();
  }
}
