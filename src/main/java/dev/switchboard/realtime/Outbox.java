package dev.switchboard.realtime;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one way to a session: frames wait here, and one write is under way at a time. Who offers a
 * frame never waits for the client: a writer comes for it.
 */
final class Outbox {
  private final Link link;
  private final Frames frames;
  private final Consumer<Outbox> writers;
  private final Runnable broken;
  private boolean writing;
  private boolean closed;
  private @Nullable Runnable whenDrained;
  private @Nullable Runnable whenDone;

  /**
   * @param writers told whenever there is something to write, each time to be answered by one
   *     {@link #writeNext}
   * @param broken called once when a write fails
   */
  Outbox(Link link, Frames frames, Consumer<Outbox> writers, Runnable broken) {
    this.link = link;
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

  /** The way that its frames take. */
  Link link() {
    return link;
  }

  /** How many frames wait. */
  synchronized int size() {
    return frames.size();
  }

  /**
   * Writes what comes next; a write that fails ends the outbox.
   *
   * @param mayWait whether the calling thread may wait for a client that does not read
   */
  void writeNext(boolean mayWait) {
    String frame;
    synchronized (this) {
      frame = frames.take();
    }
    if (frame == null) {
      goOn();
    } else {
      link.write(frame, mayWait, this::ended);
    }
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
      done = more ? null : whenDone;
      if (isHalfEmpty()) {
        drained = whenDrained;
        whenDrained = null;
      }
    }
    if (more) {
      writers.accept(this);
    } else {
      link.keptUp();
    }
    if (drained != null) {
      drained.run();
    }
    if (done != null) {
      done.run();
    }
  }
}
