package dev.switchboard.realtime;

import dev.switchboard.bus.StreamEvent;
import dev.switchboard.stream.Entry;
import dev.switchboard.stream.Head;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One stream as this node follows it: delivers each entry once, in the order of numbers, to the
 * subscriptions that are up to date. Events may come twice, late or not at all: what is known is
 * dropped, and a hole is filled from the database before anything behind it goes out. An entry of a
 * new epoch waits until the rights of all subscribers have been looked at again.
 */
final class Channel {
  private final Keeper keeper;
  private final Ahead ahead = new Ahead();
  private final Audience audience;
  private boolean open;
  private long epoch;
  private long newestEpoch;
  private boolean lacking;
  private boolean filling;
  private boolean reviewing;

  /** Does for a channel what takes time, and comes back to it; counts what it passes on. */
  interface Keeper {

    /** Reads the stored entries behind a number, and brings them by {@link #fill}. */
    void fillAfter(Channel channel, long number);

    /** Ends the subscriptions of those who may not read any more, then calls {@link #reviewed}. */
    void review(Channel channel);

    /** An entry went out to those that follow. */
    void passedOn();
  }

  Channel(Keeper keeper) {
    this.keeper = keeper;
    audience = new Audience(keeper::passedOn);
  }

  synchronized boolean isOpen() {
    return open;
  }

  /** The number of the last entry delivered here. */
  synchronized long last() {
    return audience.last();
  }

  /** The epoch up to which the rights of all subscribers were looked at. */
  synchronized long epoch() {
    return epoch;
  }

  /** Begins to deliver behind this head, which was read after the channel began to listen. */
  synchronized void open(Head head) {
    if (!open) {
      open = true;
      epoch = head.epoch();
      audience.startAt(head.number());
      ahead.dropUpTo(head.number());
      deliverWhatFollows();
    }
  }

  synchronized void accept(StreamEvent event) {
    newestEpoch = Math.max(newestEpoch, event.epoch());
    if (event.number() == 0 || event.number() > audience.last()) {
      ahead.add(event);
    }
    if (open) {
      deliverWhatFollows();
    }
  }

  /** Learns how far the stream has come; asks for what is missing. */
  synchronized void compare(Head head) {
    newestEpoch = Math.max(newestEpoch, head.epoch());
    if (!open) {
      return;
    }
    deliverWhatFollows();
    if (head.number() > audience.last()) {
      askForMissing();
    }
  }

  /**
   * Takes in stored entries behind the number that was asked for; those that have to wait for a
   * review are read again after it.
   *
   * @param more whether there may be others behind them
   * @param epochOfAll an epoch that none of the entries is behind
   */
  synchronized void fill(List<Entry> entries, boolean more, long epochOfAll) {
    filling = false;
    newestEpoch = Math.max(newestEpoch, epochOfAll);
    lacking = epochOfAll > epoch && !entries.isEmpty();
    if (epochOfAll <= epoch) {
      entries.stream()
          .filter(entry -> entry.number() > audience.last())
          .forEach(entry -> audience.send(entry.number(), entry.outgoing()));
      ahead.dropUpTo(audience.last());
    }
    if (newestEpoch > epoch || !entries.isEmpty()) {
      deliverWhatFollows();
    }
    if (more) {
      askForMissing();
    }
  }

  /** Reading failed; the next event or comparison asks again. */
  synchronized void failed() {
    filling = false;
    reviewing = false;
  }

  /** The rights of all subscribers hold for entries up to this epoch. */
  synchronized void reviewed(long upTo) {
    reviewing = false;
    epoch = Math.max(epoch, upTo);
    newestEpoch = Math.max(newestEpoch, epoch);
    deliverWhatFollows();
  }

  private void deliverWhatFollows() {
    @Nullable StreamEvent next;
    while ((next = ahead.takeUnnumbered(epoch)) != null) {
      audience.sendUnnumbered(next.frame());
    }
    while ((next = ahead.take(audience.last() + 1, epoch)) != null) {
      audience.send(next.number(), next.frame());
    }
    if (newestEpoch > epoch) {
      askForReview();
    } else if (lacking || !ahead.isEmpty()) {
      askForMissing();
    }
  }

  private void askForMissing() {
    if (!filling && newestEpoch <= epoch) {
      filling = true;
      keeper.fillAfter(this, audience.last());
    }
  }

  private void askForReview() {
    if (!reviewing) {
      reviewing = true;
      keeper.review(this);
    }
  }

  /**
   * Adds a subscription, which is not live yet, unless it has ended.
   *
   * @param since the number of the last entry that the client has; absent for live entries only
   * @param head the number of an entry that is stored, though it may not have come here yet
   */
  synchronized void add(Subscription subscription, OptionalLong since, long head) {
    if (!subscription.hasEnded()) {
      audience.add(subscription, since, head, epoch);
    }
  }

  synchronized void remove(Subscription subscription) {
    audience.remove(subscription);
  }

  synchronized int followers() {
    return audience.size();
  }

  synchronized List<Subscription> subscriptions() {
    return audience.subscriptions();
  }

  /** Lets a subscription go live if nothing lies between it and now; sends the little that does. */
  synchronized boolean join(Subscription subscription) {
    return audience.join(subscription);
  }
}
