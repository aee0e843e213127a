package dev.switchboard.realtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * The few threads that write to sessions. Outboxes with something to write stand in one line; each
 * writer takes the first, makes one write and waits for its end, which costs a third of a write
 * that nobody waits for. A look every few milliseconds finds writers that wait for a client:
 * another takes the place of each, and its client is not waited for again soon. When too many are
 * stuck in this way, nobody waits for any client.
 */
final class Writers {
  private static final Logger LOG = System.getLogger(Writers.class.getName());
  private static final int ABREAST = 2;
  private static final int STUCK_AT_MOST = 8;
  private static final int WORTH_ANOTHER = 8;

  private final ThreadFactory threads;
  private final Queue<Outbox> line = new ArrayDeque<>();
  private final List<Writer> writers = new ArrayList<>();
  private final Deque<Writer> resting = new ArrayDeque<>();
  private final List<Writer> stuck = new ArrayList<>();
  private final Watch watch = new Watch(this::look);
  private boolean busy;
  private boolean shortOfThreads;
  private volatile boolean mayWait = true;
  private volatile boolean closed;

  Writers(ThreadFactory threads) {
    this.threads = threads;
  }

  /** Puts an outbox into the line; it is not in it yet. */
  void add(Outbox outbox) {
    synchronized (line) {
      line.add(outbox);
      callOne();
      wakeWatch();
    }
  }

  /** Whether a writer may wait for a client. */
  boolean mayWait() {
    return mayWait;
  }

  /** What the writer does next, once there is something; null when it is not needed any more. */
  @Nullable Outbox next(Writer writer) {
    while (true) {
      synchronized (line) {
        if (closed || isReplaced(writer)) {
          writers.remove(writer);
          return null;
        }
        Outbox next = line.poll();
        if (next != null) {
          busy = true;
          return next;
        }
        resting.push(writer);
      }
      writer.rest();
    }
  }

  /** The writer's thread is about to end, for whatever reason: another does what it would do. */
  void ended(Writer writer) {
    synchronized (line) {
      writers.remove(writer);
      resting.remove(writer);
      if (stuck.remove(writer)) {
        mayWait = stuck.size() < STUCK_AT_MOST;
      }
      if (!line.isEmpty()) {
        callOne();
        wakeWatch();
      }
    }
  }

  /** Wakes the writers that still are in the same write to a client that is gone. */
  void wakeFromGone() {
    List<Writer> all;
    synchronized (line) {
      all = List.copyOf(writers);
    }
    all.forEach(Writer::wakeFromGone);
  }

  /** Ends all writers; what waits is not written any more. */
  void close() {
    synchronized (line) {
      closed = true;
      resting.forEach(Writer::call);
      watch.end();
    }
  }

  private boolean isReplaced(Writer writer) {
    if (!stuck.remove(writer)) {
      return false;
    }
    mayWait = stuck.size() < STUCK_AT_MOST;
    return writers.size() - stuck.size() > ABREAST;
  }

  /** A second writer is called only when there is enough to do: to wake one takes longer. */
  private boolean callOne() {
    if (closed || awake() >= ABREAST || line.size() <= awake() * WORTH_ANOTHER) {
      return false;
    }
    return resting.isEmpty() ? startOne() : callResting();
  }

  private boolean callResting() {
    resting.pop().call();
    return true;
  }

  /** Who offers must not fail for want of a thread: the next to come, or the watch, tries again. */
  private boolean startOne() {
    Writer another = new Writer(this);
    try {
      threads.newThread(another).start();
    } catch (RuntimeException | Error e) {
      complainOnce(e);
      return false;
    }
    writers.add(another);
    shortOfThreads = false;
    return true;
  }

  private void wakeWatch() {
    try {
      watch.wake(threads);
    } catch (RuntimeException | Error e) {
      complainOnce(e);
    }
  }

  private void complainOnce(Throwable cause) {
    if (!shortOfThreads) {
      shortOfThreads = true;
      LOG.log(Level.ERROR, "No thread for the writers", cause);
    }
  }

  private int awake() {
    return writers.size() - stuck.size() - resting.size();
  }

  /** Replaces who is stuck; false when there was nothing to do since the last look. */
  private boolean look() {
    synchronized (line) {
      for (Writer each : writers) {
        if (!stuck.contains(each)) {
          each.waitsFor().ifPresent(outbox -> leave(each, outbox));
        }
      }
      while (callOne()) {
        busy = true;
      }
      boolean again = busy || awake() > 0 || !line.isEmpty();
      busy = false;
      return again;
    }
  }

  private void leave(Writer writer, Outbox outbox) {
    outbox.link().distrust();
    stuck.add(writer);
    mayWait = stuck.size() < STUCK_AT_MOST;
  }
}
