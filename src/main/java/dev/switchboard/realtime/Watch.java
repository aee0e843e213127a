package dev.switchboard.realtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that looks every few milliseconds while there is something to look at. A look that fails
 * is made again; should the thread end, the next wake starts another.
 */
final class Watch {
  private static final Logger LOG = System.getLogger(Watch.class.getName());
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

  /** There is something to look at. */
  void wake(ThreadFactory threads) {
    if (!awake) {
      rouse(threads);
    }
  }

  private synchronized void rouse(ThreadFactory threads) {
    if (ended) {
      return;
    }
    if (thread == null) {
      Thread another = threads.newThread(this::run);
      another.start();
      thread = another;
    }
    awake = true;
    LockSupport.unpark(thread);
  }

  synchronized void end() {
    ended = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    try {
      watch();
    } finally {
      gone();
    }
  }

  private synchronized void gone() {
    thread = null;
    awake = false;
  }

  /** What comes during a look wakes for the next one. */
  private void watch() {
    while (!ended) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
      awake = false;
      if (hasReason()) {
        awake = true;
      }
      while (!awake && !ended) {
        LockSupport.park(this);
      }
    }
  }

  private boolean hasReason() {
    try {
      return look.getAsBoolean();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "A look at the writers failed", e);
      return true;
    }
  }
}
