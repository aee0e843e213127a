package dev.switchboard.realtime;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A thread that looks every few milliseconds while there is something to look at. */
final class Watch {
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final BooleanSupplier look;
  private volatile boolean awake;
  private volatile boolean ended;
  private @Nullable Thread thread;

  /**
   * @param look answers whether there is reason to look again
   */
  Watch(BooleanSupplier look) {
    this.look = look;
  }

  /** There is something to look at. For one thread at a time. */
  void wake(ThreadFactory threads) {
    if (awake) {
      return;
    }
    awake = true;
    if (thread == null) {
      thread = threads.newThread(this::watch);
      thread.start();
    } else {
      LockSupport.unpark(thread);
    }
  }

  void end() {
    ended = true;
    LockSupport.unpark(thread);
  }

  /** What comes during a look wakes for the next one. */
  private void watch() {
    while (!ended) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
      awake = false;
      if (look.getAsBoolean()) {
        awake = true;
      }
      while (!awake && !ended) {
        LockSupport.park(this);
      }
    }
  }
}
