package dev.switchboard.realtime;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Lets the replays of one connection take turns: one page at a time, and only when the outbox has
 * room for it.
 */
final class Turns {
  private final Outbox outbox;
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private boolean taken;

  Turns(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Runs the page when it is its turn; it passes the turn on when it is done. */
  void take(Runnable page) {
    synchronized (this) {
      waiting.add(page);
    }
    next();
  }

  /** The page whose turn it was is done. */
  void pass() {
    synchronized (this) {
      taken = false;
    }
    next();
  }

  private void next() {
    Runnable page;
    synchronized (this) {
      if (taken || waiting.isEmpty()) {
        return;
      }
      taken = true;
      page = waiting.remove();
    }
    outbox.whenHalfEmpty(page);
  }
}
