package dev.switchboard.realtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One thread that writes for outboxes, a write for each in turn. */
final class Writer implements Runnable {
  private static final Logger LOG = System.getLogger(Writer.class.getName());

  /** In looks. */
  private static final int LONG = 4;

  private final Writers writers;
  private volatile @Nullable Thread thread;
  private volatile @Nullable Outbox current;
  private volatile long writes;
  private volatile boolean called;
  private long blockedIn;
  private int blockedLooks;
  private long goneIn;

  Writer(Writers writers) {
    this.writers = writers;
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    try {
      for (Outbox next = writers.next(this); next != null; next = writers.next(this)) {
        write(next);
      }
    } finally {
      writers.ended(this);
    }
  }

  private void write(Outbox outbox) {
    begin(outbox);
    try {
      outbox.writeNext(writers.mayWait());
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "A write was not followed up", e);
    } finally {
      end();
    }
  }

  private synchronized void begin(Outbox outbox) {
    forgetWake();
    current = outbox;
    writes++;
  }

  private synchronized void end() {
    current = null;
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

  /**
   * The outbox whose client it waits for, if it waits: asleep, or for several looks behind a lock
   * of the write. For one thread at a time.
   */
  Optional<Outbox> waitsFor() {
    long write = writes;
    Outbox outbox = current;
    boolean waits =
        switch (state()) {
          case WAITING, TIMED_WAITING -> true;
          case BLOCKED -> isLongBlocked(outbox, write);
          default -> false;
        };
    return waits && writes == write ? Optional.ofNullable(outbox) : Optional.empty();
  }

  /** Where many compete for few processors, a lock of a moment may be met by several looks. */
  private boolean isLongBlocked(@Nullable Outbox outbox, long write) {
    boolean inWrite = outbox != null && outbox.link().isWaitedFor();
    blockedLooks = inWrite && blockedIn == write ? blockedLooks + 1 : 1;
    blockedIn = write;
    return inWrite && blockedLooks >= LONG;
  }

  private Thread.State state() {
    Thread own = thread;
    return own == null ? Thread.State.NEW : own.getState();
  }

  /**
   * Wakes it from a write to a client that is gone, where the last call found it in the same write.
   * While this runs the write does not end, so no other can be hit.
   */
  synchronized void wakeFromGone() {
    Outbox outbox = current;
    boolean gone = outbox != null && outbox.isClosed();
    Thread own = thread;
    if (gone && goneIn == writes && own != null) {
      own.interrupt();
    }
    goneIn = gone ? writes : 0;
  }
}
