package dev.switchboard.realtime;

import dev.switchboard.stream.Heads;
import dev.switchboard.stream.History;
import dev.switchboard.stream.StreamName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Lets connections follow streams. */
@ApplicationScoped
class Subscriptions {
  private final Channels channels;
  private final Leaving leaving;
  private final Rights rights;
  private final History history;
  private final Heads heads;
  private final Workers workers;

  @SuppressWarnings("NullAway")
  Subscriptions() {
    this(null, null, null, null, null, null);
  }

  @Inject
  Subscriptions(
      Channels channels,
      Leaving leaving,
      Rights rights,
      History history,
      Heads heads,
      Workers workers) {
    this.channels = channels;
    this.leaving = leaving;
    this.rights = rights;
    this.history = history;
    this.heads = heads;
    this.workers = workers;
  }

  /** Where a replay leads, as far as the database must be asked. */
  private record Way(long head, long last, long replayed) {}

  /**
   * Follows a stream; who follows it already begins anew, and stays as he was where the database
   * does not answer. Nothing of it is sent before {@link #goOn}.
   *
   * @param since the number of the last entry that the client has; absent for what comes from now,
   *     or behind what it got by the subscription that stands
   * @throws FrameException FORBIDDEN when the right is gone by now
   */
  Followed follow(Connection connection, Target target, OptionalLong since) {
    StreamName stream = target.stream();
    Channel channel = channels.hold(target);
    Way way = ask(channel, target, since);
    OptionalLong from = since.isPresent() ? since : livePosition(connection, stream);
    leaving.leave(connection, stream);
    Subscription subscription = stand(connection, target, channel);
    channel.add(subscription, from, way.head());
    try {
      requireRight(subscription);
    } catch (RuntimeException e) {
      leaving.leave(connection, stream);
      throw e;
    }
    return new Followed(
        subscription, Math.max(way.last(), subscription.position()), way.replayed());
  }

  private Way ask(Channel channel, Target target, OptionalLong since) {
    StreamName stream = target.stream();
    try {
      channels.open(channel, stream);
      long head = headFor(since, channel, target);
      long last = since.isPresent() ? channel.last() : 0;
      long from = since.orElse(0);
      return new Way(head, last, from < last ? history.countPushed(stream, from, last) : 0);
    } catch (RuntimeException e) {
      channels.release(stream);
      throw e;
    }
  }

  /**
   * Lets a subscription stand that has not begun: it may be left, and nothing of it is sent. Asks
   * the database nothing.
   */
  Subscription stand(Connection connection, Target target) {
    return stand(connection, target, channels.hold(target));
  }

  private Subscription stand(Connection connection, Target target, Channel channel) {
    Subscription subscription = new Subscription(connection, target, channel);
    connection.subscriptions().put(target.stream(), subscription);
    if (connection.isClosed()) {
      leaving.leave(connection, target.stream());
    }
    return subscription;
  }

  /**
   * Begins a subscription that stands, unless it was left. Nothing is sent before {@link #goOn}.
   */
  void begin(Subscription subscription, OptionalLong since) {
    Target target = subscription.target();
    Channel channel = subscription.channel();
    channels.open(channel, target.stream());
    channel.add(subscription, since, headFor(since, channel, target));
  }

  private static OptionalLong livePosition(Connection connection, StreamName stream) {
    @Nullable Subscription standing = connection.subscriptions().get(stream);
    return standing == null ? OptionalLong.empty() : standing.endLive();
  }

  /** Sends what lies between a subscription and now, and from there on what comes. */
  void goOn(Subscription subscription) {
    new Replay(subscription, history, workers, rights).begin();
  }

  /** The right is looked at once the subscription stands: from here on a review would find it. */
  private static void requireRight(Subscription subscription) {
    if (!Rights.granted(subscription.connection(), subscription.target())) {
      throw new FrameException(ErrorCode.FORBIDDEN, "You may not read this.");
    }
  }

  /** A client may be ahead of this node: it has read a list, or comes from another node. */
  private long headFor(OptionalLong since, Channel channel, Target target) {
    return since.orElse(0) > channel.last() ? heads.of(target.stream()).number() : 0;
  }
}
