package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How far a run has come: what was accepted, refused for now, or lost without an answer. */
final class Progress {

  /** How long any part of a run may take, the restart of a server included. */
  static final Duration LIMIT = Duration.ofMinutes(3);

  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final AtomicInteger visits = new AtomicInteger();

  int accepted() {
    return accepted.get();
  }

  void addAccepted() {
    accepted.incrementAndGet();
  }

  void addRefused() {
    refused.incrementAndGet();
  }

  void addLost() {
    lost.incrementAndGet();
  }

  /** A subscriber has come once more. */
  void addVisit() {
    visits.incrementAndGet();
  }

  void awaitAccepted(int messages) {
    patiently(LIMIT).until(() -> accepted.get() >= messages);
  }

  void awaitRefusal() {
    patiently(LIMIT).until(() -> refused.get() > 0);
  }

  void awaitLoss() {
    patiently(LIMIT).until(() -> lost.get() > 0);
  }

  @Override
  public String toString() {
    return "accepted %s, refused %s, lost %s, visits %s".formatted(accepted, refused, lost, visits);
  }
}
