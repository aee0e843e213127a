package dev.switchboard.realtime;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The one way to a session: frames wait here, bounded by count and size, and one write is under way
 * at a time; its completion starts the next. Offering never waits for the client.
 */
final class Outbox {
  /** Writes to the wire, and says when it is done. */
  interface Wire {

    /** Starts to write a text; {@code done} is told once, from any thread, whether it went well. */
    void write(String text, Completion done);

    /** Starts to write a ping. */
    void ping(Completion done);
  }

  /** Learns how a write ended. */
  interface Completion {
    void ended(boolean well);
  }

  private static final String PING = "";

  private final Wire wire;
  private final int maxFrames;
  private final int maxCharacters;
  private final int joinedCharacters;
  private final Runnable broken;
  private final Queue<String> waiting = new ArrayDeque<>();
  private int characters;
  private boolean writing;
  private boolean closed;
  private @Nullable Runnable whenDrained;
  private @Nullable Runnable whenDone;

  /**
   * @param joinedCharacters how long frames that wait may become when joined into one, a line each;
   *     0 for a client that wants each alone
   * @param broken called once when a write fails
   */
  Outbox(Wire wire, int maxFrames, int maxCharacters, int joinedCharacters, Runnable broken) {
    this.wire = wire;
    this.maxFrames = maxFrames;
    this.maxCharacters = maxCharacters;
    this.joinedCharacters = joinedCharacters;
    this.broken = broken;
  }

  /** Takes a frame; false when there is no room for it. After a close, frames vanish. */
  boolean offer(String frame) {
    synchronized (this) {
      if (closed || whenDone != null) {
        return true;
      }
      if (waiting.size() >= maxFrames || characters + frame.length() > maxCharacters) {
        return false;
      }
      waiting.add(frame);
      characters += frame.length();
      if (writing) {
        return true;
      }
      writing = true;
    }
    writeNext();
    return true;
  }

  /** Sends a ping behind what waits. */
  void ping() {
    offer(PING);
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
    waiting.clear();
    characters = 0;
    whenDrained = null;
  }

  /** Whether less than half of the room is taken. */
  synchronized boolean isHalfEmpty() {
    return waiting.size() <= maxFrames / 2 && characters <= maxCharacters / 2;
  }

  private void writeNext() {
    String text;
    Runnable drained = null;
    Runnable done = null;
    synchronized (this) {
      text = take();
      writing = text != null;
      done = writing ? null : whenDone;
      if (whenDrained != null && isHalfEmpty()) {
        drained = whenDrained;
        whenDrained = null;
      }
    }
    if (drained != null) {
      drained.run();
    }
    if (done != null) {
      done.run();
    }
    if (text == null) {
      return;
    }
    if (text.equals(PING)) {
      wire.ping(this::ended);
    } else {
      wire.write(text, this::ended);
    }
  }

  private @Nullable String take() {
    String first = waiting.poll();
    if (first == null) {
      return null;
    }
    characters -= first.length();
    String next = waiting.peek();
    if (first.equals(PING) || next == null || !fits(first.length(), next)) {
      return first;
    }
    StringBuilder joined = new StringBuilder(first);
    while (next != null && fits(joined.length(), next)) {
      joined.append('\n').append(next);
      characters -= next.length();
      waiting.remove();
      next = waiting.peek();
    }
    return joined.toString();
  }

  private boolean fits(int length, String next) {
    return !next.equals(PING) && length + 1 + next.length() <= joinedCharacters;
  }

  private void ended(boolean well) {
    if (well) {
      writeNext();
      return;
    }
    close();
    broken.run();
  }
}
