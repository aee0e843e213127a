package dev.switchboard.realtime;

import dev.switchboard.platform.json.Json;
import dev.switchboard.stream.Entry;
import dev.switchboard.stream.History;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Brings a subscription from where the client left off to now: page after page from the database,
 * each when the outbox has room, until nothing lies between it and the live entries.
 */
final class Replay {
  private static final Logger LOG = System.getLogger(Replay.class.getName());
  private static final int PAGE = 100;

  private final Subscription subscription;
  private final History history;
  private final Workers workers;
  private final Rights rights;

  Replay(Subscription subscription, History history, Workers workers, Rights rights) {
    this.subscription = subscription;
    this.history = history;
    this.workers = workers;
    this.rights = rights;
  }

  void begin() {
    if (!subscription.channel().join(subscription)) {
      waitForTurn();
    }
  }

  private void waitForTurn() {
    subscription.connection().turns().take(() -> workers.execute(this::step));
  }

  private void step() {
    try {
      goOn();
    } finally {
      subscription.connection().turns().pass();
    }
  }

  private void goOn() {
    if (subscription.hasEnded()) {
      return;
    }
    try {
      if (!sendPage()) {
        return;
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Replay of {0} waits: {1}", subscription.target().stream(), e);
      workers.executeLater(this::waitForTurn);
      return;
    }
    if (!subscription.channel().join(subscription)) {
      waitForTurn();
    }
  }

  /** False when the client may not read any more. */
  private boolean sendPage() {
    long known = subscription.channel().last();
    long position = subscription.position();
    List<Entry> page = history.after(subscription.target().stream(), null, position, PAGE);
    if (!rights.hold(subscription)) {
      return false;
    }
    long first = page.isEmpty() ? known + 1 : page.get(0).number();
    if (first > position + 1) {
      subscription.sendGap(gap(position + 1, first - 1), first - 1);
    }
    page.stream()
        .takeWhile(entry -> subscription.connection().hasRoom())
        .forEach(entry -> subscription.send(entry.number(), entry.outgoing()));
    return true;
  }

  private String gap(long from, long to) {
    return subscription
        .target()
        .writeTo(Json.object().add("type", "gap"))
        .add("from", from)
        .add("to", to)
        .build()
        .toString();
  }
}
