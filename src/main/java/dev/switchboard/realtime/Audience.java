package dev.switchboard.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The subscriptions of one channel, and how far they have been brought: each entry goes to those
 * that are live, and the last few are kept for those that are about to be. Guarded by its channel.
 */
final class Audience {
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final Recent recent = new Recent();
  private final Runnable passedOn;
  private long last;

  /**
   * @param passedOn counts an entry that went out, however many follow
   */
  Audience(Runnable passedOn) {
    this.passedOn = passedOn;
  }

  /** Begins behind this number. */
  void startAt(long number) {
    last = number;
  }

  /** The number of the last entry that was sent. */
  long last() {
    return last;
  }

  /** Sends an entry behind the last one; an empty frame is only passed by. */
  void send(long number, String frame) {
    if (number != last + 1) {
      recent.clear();
    }
    last = number;
    recent.add(number, frame);
    subscriptions.forEach(each -> each.sendLive(number, frame));
    count(frame);
  }

  void sendUnnumbered(String frame) {
    subscriptions.forEach(each -> each.sendUnnumbered(frame));
    count(frame);
  }

  private void count(String frame) {
    if (!frame.isEmpty() && !subscriptions.isEmpty()) {
      passedOn.run();
    }
  }

  /** Adds a subscription, which is not live yet, at the place that it asks for. */
  void add(Subscription subscription, OptionalLong since, long head, long epoch) {
    subscriptions.add(subscription);
    subscription.begin(Math.min(since.orElse(last), Math.max(head, last)), epoch);
  }

  void remove(Subscription subscription) {
    subscription.end();
    subscriptions.remove(subscription);
  }

  int size() {
    return subscriptions.size();
  }

  List<Subscription> subscriptions() {
    return List.copyOf(subscriptions);
  }

  /** Lets a subscription go live if nothing lies between it and now; sends the little that does. */
  boolean join(Subscription subscription) {
    if (subscription.position() < last && !recent.reachesBackTo(subscription.position() + 1)) {
      return false;
    }
    recent.sendTo(subscription);
    subscription.goLive();
    return true;
  }
}
