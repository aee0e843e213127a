package dev.switchboard.realtime;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one way to a session: frames wait here, and one write is under way at a time. Who offers a
 * frame never waits for the client: a writer comes for it. A client that made a writer wait is on
 * probation: its writes go on without anybody waiting, until it has kept up for a while.
 */
final class Outbox {
  /** Writes to the session. */
  interface Wire {

    /** Writes a text; returns when it is written, or false. */
    boolean write(String text);

    /**
     * Begins to write a text; {@code done} is told from any thread whether it went well. Only the
     * first answer counts.
     */
    void begin(String text, Completion done);

    /** Writes a ping; returns when it is written, or false. */
    boolean ping();
  }

  /** Learns how a write ended. */
  interface Completion {
    void ended(boolean well);
  }

  private static final int PROBATION = 100;

  private final Wire wire;
  private final Frames frames;
  private final Consumer<Outbox> writers;
  private final Runnable broken;
  private int probation;
  private boolean writing;
  private volatile boolean waitedFor;
  private boolean closed;
  private @Nullable Runnable whenDrained;
  private @Nullable Runnable whenDone;

  /**
   * @param writers told whenever there is something to write, each time to be answered by one
   *     {@link #writeNext}
   * @param broken called once when a write fails
   */
  Outbox(Wire wire, Frames frames, Consumer<Outbox> writers, Runnable broken) {
    this.wire = wire;
    this.frames = frames;
    this.writers = writers;
    this.broken = broken;
  }

  /** Takes a frame; false when there is no room for it. After a close, frames vanish. */
  boolean offer(String frame) {
    synchronized (this) {
      if (closed || whenDone != null) {
        return true;
      }
      if (!frames.add(frame)) {
        return false;
      }
      if (writing) {
        return true;
      }
      writing = true;
    }
    writers.accept(this);
    return true;
  }

  /** Sends a ping behind what waits. */
  void ping() {
    offer(Frames.PING);
  }

  /** Runs the task once less than half of the room is taken; at most one task may wait. */
  void whenHalfEmpty(Runnable task) {
    synchronized (this) {
      if (!isHalfEmpty()) {
        whenDrained = task;
        return;
      }
    }
    task.run();
  }

  /** Takes nothing more; runs the task once all is written that was taken before. */
  void finish(Runnable task) {
    synchronized (this) {
      whenDone = task;
      if (writing) {
        return;
      }
    }
    task.run();
  }

  /** Forgets what waits. */
  synchronized void close() {
    closed = true;
    frames.clear();
    whenDrained = null;
  }

  /** Whether less than half of the room is taken. */
  synchronized boolean isHalfEmpty() {
    return frames.isHalfEmpty();
  }

  /** Whether it takes and writes nothing any more. */
  synchronized boolean isClosed() {
    return closed;
  }

  /** Whether a writer is in a write that it waits for. */
  boolean isWaitedFor() {
    return waitedFor;
  }

  /** How many frames wait. */
  synchronized int size() {
    return frames.size();
  }

  /** The client makes a writer wait. */
  synchronized void distrust() {
    probation = PROBATION;
  }

  /**
   * Writes what comes next. What the wire throws ends the outbox, for nobody would come for it any
   * more.
   *
   * @param mayWait whether the calling thread may wait for a client that does not read; a ping,
   *     which cannot be written otherwise, is left out then
   */
  void writeNext(boolean mayWait) {
    Completion done = once(this::ended);
    boolean well;
    try {
      String text;
      boolean trusted;
      synchronized (this) {
        text = frames.take();
        trusted = probation == 0;
      }
      if (text == null) {
        well = true;
      } else if (text.equals(Frames.PING)) {
        well = !mayWait || waitFor(wire::ping);
      } else if (mayWait && trusted) {
        well = waitFor(() -> wire.write(text));
      } else {
        wire.begin(text, done);
        return;
      }
    } catch (RuntimeException | Error e) {
      done.ended(false);
      throw e;
    }
    done.ended(well);
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
  private static Completion once(Completion completion) {
    AtomicBoolean told = new AtomicBoolean();
    return well -> {
      if (told.compareAndSet(false, true)) {
        completion.ended(well);
      }
    };
  }

  private void ended(boolean well) {
    if (well) {
      goOn();
    } else {
      close();
      broken.run();
    }
  }

  /** Asks for the next write before any task runs: a task that fails must hold up nothing. */
  private void goOn() {
    boolean more;
    Runnable drained = null;
    Runnable done;
    synchronized (this) {
      more = !frames.isEmpty();
      writing = more;
      probation -= more || probation == 0 ? 0 : 1;
      done = more ? null : whenDone;
      if (isHalfEmpty()) {
        drained = whenDrained;
        whenDrained = null;
      }
    }
    if (more) {
      writers.accept(this);
    }
    if (drained != null) {
      drained.run();
    }
    if (done != null) {
      done.run();
    }
  }
}
