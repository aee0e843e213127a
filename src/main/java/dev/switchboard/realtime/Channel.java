package dev.switchboard.realtime;

import dev.switchboard.bus.StreamEvent;
import dev.switchboard.stream.Entry;
import dev.switchboard.stream.Head;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeMap;

/**
 * One stream as this node follows it: delivers each entry once, in the order of numbers, to the
 * subscriptions that are up to date. Events may come twice, late or not at all: what is known is
 * dropped, and a hole is filled from the database before anything behind it goes out. An entry of a
 * new epoch waits until the rights of all subscribers have been looked at again.
 */
final class Channel {
  private static final long UNKNOWN = -1;
  private static final int MAX_WAITING = 1_000;

  private final Keeper keeper;
  private final TreeMap<Long, StreamEvent> ahead = new TreeMap<>();
  private final Queue<StreamEvent> unnumbered = new ArrayDeque<>();
  private final Recent recent = new Recent();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private long last = UNKNOWN;
  private long epoch;
  private long newestEpoch;
  private boolean filling;
  private boolean reviewing;

  /** Does for a channel what takes time, and comes back to it. */
  interface Keeper {

    /** Reads the stored entries behind a number, and brings them by {@link #fill}. */
    void fillAfter(Channel channel, long number);

    /** Ends the subscriptions of those who may not read any more, then calls {@link #reviewed}. */
    void review(Channel channel);
  }

  Channel(Keeper keeper) {
    this.keeper = keeper;
  }

  synchronized boolean isOpen() {
    return last != UNKNOWN;
  }

  /** The number of the last entry delivered here. */
  synchronized long last() {
    return last;
  }

  /** Begins to deliver behind this head, which was read after the channel began to listen. */
  synchronized void open(Head head) {
    if (!isOpen()) {
      last = head.number();
      epoch = head.epoch();
      ahead.headMap(last, true).clear();
      deliverWhatFollows();
    }
  }

  synchronized void accept(StreamEvent event) {
    newestEpoch = Math.max(newestEpoch, event.epoch());
    if (event.number() == 0) {
      acceptUnnumbered(event);
    } else if (event.number() > last && ahead.size() < MAX_WAITING) {
      ahead.put(event.number(), event);
    }
    if (isOpen()) {
      deliverWhatFollows();
    }
  }

  private void acceptUnnumbered(StreamEvent event) {
    if (!event.frame().isEmpty() && unnumbered.size() < MAX_WAITING) {
      unnumbered.add(event);
    }
  }

  /** Learns how far the stream has come; asks for what is missing. */
  synchronized void compare(Head head) {
    newestEpoch = Math.max(newestEpoch, head.epoch());
    if (!isOpen()) {
      return;
    }
    deliverWhatFollows();
    if (head.number() > last) {
      askForMissing();
    }
  }

  /**
   * Takes in stored entries behind the number that was asked for.
   *
   * @param more whether there may be others behind them
   * @param epochOfAll an epoch that none of the entries is behind
   */
  synchronized void fill(List<Entry> entries, boolean more, long epochOfAll) {
    filling = false;
    newestEpoch = Math.max(newestEpoch, epochOfAll);
    if (epochOfAll <= epoch) {
      entries.stream()
          .filter(entry -> entry.number() > last)
          .forEach(entry -> deliver(entry.number(), entry.outgoing()));
      ahead.headMap(last, true).clear();
    }
    if (more) {
      askForMissing();
    } else if (!entries.isEmpty()) {
      deliverWhatFollows();
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
    while (!unnumbered.isEmpty() && unnumbered.peek().epoch() <= epoch) {
      String frame = unnumbered.remove().frame();
      subscriptions.forEach(each -> each.sendUnnumbered(frame));
    }
    while (!ahead.isEmpty()
        && ahead.firstKey() == last + 1
        && isReviewed(ahead.firstEntry().getValue())) {
      StreamEvent next = ahead.pollFirstEntry().getValue();
      deliver(next.number(), next.frame());
    }
    if (newestEpoch > epoch) {
      askForReview();
    } else if (!ahead.isEmpty()) {
      askForMissing();
    }
  }

  private boolean isReviewed(StreamEvent event) {
    return event.epoch() <= epoch;
  }

  private void askForMissing() {
    if (!filling && newestEpoch <= epoch) {
      filling = true;
      keeper.fillAfter(this, last);
    }
  }

  private void askForReview() {
    if (!reviewing) {
      reviewing = true;
      keeper.review(this);
    }
  }

  private void deliver(long number, String frame) {
    if (number != last + 1) {
      recent.clear();
    }
    last = number;
    recent.add(number, frame);
    for (Subscription each : subscriptions) {
      if (each.isLive()) {
        each.send(number, frame);
      }
    }
  }

  /**
   * Adds a subscription, which is not live yet.
   *
   * @param since the number of the last entry that the client has; absent for live entries only
   * @param head the number of an entry that is stored, though it may not have come here yet
   * @return the number of the last entry delivered here
   */
  synchronized long add(Subscription subscription, OptionalLong since, long head) {
    subscriptions.add(subscription);
    subscription.begin(Math.min(since.orElse(last), Math.max(head, last)), epoch);
    return last;
  }

  synchronized void remove(Subscription subscription) {
    subscription.end();
    subscriptions.remove(subscription);
  }

  synchronized List<Subscription> subscriptions() {
    return List.copyOf(subscriptions);
  }

  /** Lets a subscription go live if nothing lies between it and now; sends the little that does. */
  synchronized boolean join(Subscription subscription) {
    if (subscription.position() < last && !recent.reachesBackTo(subscription.position() + 1)) {
      return false;
    }
    recent.sendTo(subscription);
    subscription.goLive();
    return true;
  }
}
