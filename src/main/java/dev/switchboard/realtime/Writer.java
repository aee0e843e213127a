package dev.switchboard.realtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One thread that writes for outboxes, a write for each in turn. */
final class Writer implements Runnable {
  private static final Logger LOG = System.getLogger(Writer.class.getName());

  private final Writers writers;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Outbox current;
  private volatile boolean called;

  Writer(Writers writers) {
    this.writers = writers;
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    for (Outbox next = writers.next(this); next != null; next = writers.next(this)) {
      write(next);
    }
  }

  private void write(Outbox outbox) {
    current = outbox;
    try {
      forgetWake();
      outbox.writeNext(writers.mayWait());
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "A write was not followed up", e);
    } finally {
      current = null;
    }
  }

  /** Rests until it is called. */
  void rest() {
    while (!called) {
      forgetWake();
      LockSupport.park(this);
    }
    called = false;
  }

  /** One that came late, after the write it was meant for, must not break the next. */
  private static boolean forgetWake() {
    return Thread.interrupted();
  }

  void call() {
    called = true;
    LockSupport.unpark(thread);
  }

  /** The outbox whose client it waits for, if it waits. */
  Optional<Outbox> waitsFor() {
    Outbox before = current;
    Thread own = thread;
    boolean waits = own != null && own.getState() == Thread.State.WAITING;
    return waits && current == before ? Optional.ofNullable(before) : Optional.empty();
  }
}
