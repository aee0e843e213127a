package dev.switchboard.realtime;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The wire to one client, and how far the client is trusted: one that made a writer wait is on
 * probation, where nobody waits for its writes, until it has kept up for a while.
 */
final class Link {
  private static final int PROBATION = 100;

  /** What the kernel takes at once, a busy server may end this late. */
  private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Wire wire;
  private final AtomicInteger probation = new AtomicInteger();
  private final AtomicBoolean read = new AtomicBoolean();
  private volatile boolean waitedFor;

  Link(Wire wire) {
    this.wire = wire;
  }

  /**
   * Writes a frame; {@code done} is told once how that ended, also where the wire throws.
   *
   * @param mayWait whether the calling thread may wait for a client that does not read; a ping,
   *     which cannot be written otherwise, is left out then
   */
  void write(String frame, boolean mayWait, Wire.Completion done) {
    boolean ping = frame.equals(Frames.PING);
    Wire.Completion end = ending(done, ping);
    boolean well;
    try {
      if (ping) {
        well = !mayWait || waitFor(wire::ping);
      } else if (mayWait && probation.get() == 0) {
        well = waitFor(() -> wire.write(frame));
      } else {
        wire.begin(frame, end);
        return;
      }
    } catch (RuntimeException | Error e) {
      end.ended(false);
      throw e;
    }
    end.ended(well);
  }

  /** The client makes a writer wait. */
  void distrust() {
    probation.set(PROBATION);
  }

  /** Nothing waits for the client. */
  void keptUp() {
    if (probation.get() > 0) {
      probation.decrementAndGet();
    }
  }

  /** Whether a writer is in a write that it waits for. */
  boolean isWaitedFor() {
    return waitedFor;
  }

  /**
   * Whether the client has read since the last call, as far as writes tell: one that had to wait
   * ends when the client makes room. A ping tells nothing, for any kernel has room for it.
   */
  boolean hasRead() {
    return read.getAndSet(false);
  }

  private boolean waitFor(BooleanSupplier write) {
    waitedFor = true;
    try {
      return write.getAsBoolean();
    } finally {
      waitedFor = false;
    }
  }

  /** A second end of one write would let two writers come for one client. */
  private Wire.Completion ending(Wire.Completion done, boolean ping) {
    long begun = System.nanoTime();
    AtomicBoolean told = new AtomicBoolean();
    return well -> {
      if (told.compareAndSet(false, true)) {
        if (well && !ping && System.nanoTime() - begun > WAIT_NANOS) {
          read.set(true);
        }
        done.ended(well);
      }
    };
  }
}
