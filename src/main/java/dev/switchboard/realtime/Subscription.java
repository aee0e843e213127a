package dev.switchboard.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * That a connection follows a channel, and how far it has come. While it catches up it is moved by
 * its replay; from then on by the channel.
 */
final class Subscription {
  private static final int HELD_AT_MOST = 1_000;

  private final Connection connection;
  private final Target target;
  private final Channel channel;
  private final List<String> held = new ArrayList<>();
  private long position;
  private long epoch;
  private boolean live;
  private boolean ended;

  Subscription(Connection connection, Target target, Channel channel) {
    this.connection = connection;
    this.target = target;
    this.channel = channel;
  }

  Connection connection() {
    return connection;
  }

  Target target() {
    return target;
  }

  Channel channel() {
    return channel;
  }

  synchronized void begin(long at, long inEpoch) {
    position = at;
    epoch = inEpoch;
  }

  /** The number of the last entry sent. */
  synchronized long position() {
    return position;
  }

  /** Says what is no longer kept, and passes by it. */
  synchronized void sendGap(String frame, long upTo) {
    if (!ended) {
      position = upTo;
      connection.send(frame);
    }
  }

  /** Sends the answer that stands before all entries; false when the subscription has ended. */
  synchronized boolean answer(String frame) {
    if (!ended) {
      connection.send(frame);
    }
    return !ended;
  }

  /** The epoch for which the right to read was looked at last. */
  synchronized long epoch() {
    return epoch;
  }

  synchronized void admittedIn(long later) {
    epoch = later;
  }

  synchronized void goLive() {
    live = true;
    held.forEach(this::sendUnnumbered);
    held.clear();
  }

  synchronized boolean hasEnded() {
    return ended;
  }

  /** Ends it; the number of the last entry sent, if it was up to date. */
  synchronized OptionalLong endLive() {
    end();
    return live ? OptionalLong.of(position) : OptionalLong.empty();
  }

  /** Nothing is sent from now on. */
  synchronized void end() {
    ended = true;
    held.clear();
  }

  /** Sends an entry unless it was sent before; an empty one is only passed by. */
  synchronized void send(long number, String frame) {
    if (number > position && !ended) {
      position = number;
      if (!frame.isEmpty()) {
        connection.send(frame);
      }
    }
  }

  /** Sends an entry of now, unless the replay is still under way. */
  synchronized void sendLive(long number, String frame) {
    if (live) {
      send(number, frame);
    }
  }

  /** Sends an entry that has no number; behind the replay, if one is under way. */
  synchronized void sendUnnumbered(String frame) {
    if (ended) {
      return;
    }
    if (live) {
      connection.send(frame);
    } else if (held.size() < HELD_AT_MOST) {
      held.add(frame);
    } else {
      connection.close(CloseCode.TOO_SLOW);
    }
  }
}
