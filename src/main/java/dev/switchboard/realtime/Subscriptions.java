package dev.switchboard.realtime;

import dev.switchboard.platform.Settings;
import dev.switchboard.stream.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Lets connections follow streams. */
@ApplicationScoped
class Subscriptions {
  private final Channels channels;
  private final Leaving leaving;
  private final Rights rights;
  private final History history;
  private final Workers workers;
  private final Tally tally;
  private final Settings settings;

  @SuppressWarnings("NullAway")
  Subscriptions() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  Subscriptions(
      Channels channels,
      Leaving leaving,
      Rights rights,
      History history,
      Workers workers,
      Tally tally,
      Settings settings) {
    this.channels = channels;
    this.leaving = leaving;
    this.rights = rights;
    this.history = history;
    this.workers = workers;
    this.tally = tally;
    this.settings = settings;
  }

  /** Follows a stream; who follows it already begins anew. */
  void subscribe(Connection connection, Target target, OptionalLong since, ClientFrame frame) {
    if (!connection.subscriptions().containsKey(target.stream())
        && connection.subscriptions().size() >= settings.subscriptionsPerConnection()) {
      throw new FrameException(ErrorCode.INVALID, "The connection has too many subscriptions.");
    }
    Channel channel = channels.hold(target);
    leaving.leave(connection, target.stream());
    Subscription subscription = new Subscription(connection, channel);
    connection.subscriptions().put(target.stream(), subscription);
    try {
      begin(subscription, target, since, frame);
    } catch (RuntimeException e) {
      leaving.leave(connection, target.stream());
      throw e;
    }
    if (connection.isClosed()) {
      leaving.leave(connection, target.stream());
    }
  }

  /** The right is looked at once the subscription stands: from here on a review would find it. */
  private void begin(
      Subscription subscription, Target target, OptionalLong since, ClientFrame frame) {
    long head = headFor(since, subscription.channel(), target);
    long last = subscription.channel().add(subscription, since, head);
    if (!Rights.granted(subscription.connection(), target)) {
      throw new FrameException(ErrorCode.FORBIDDEN, "You may not read this.");
    }
    long position = subscription.position();
    long replayed = position < last ? history.countPushed(target.stream(), position, last) : 0;
    if (!subscription.answer(subscribed(target, frame, Math.max(last, position), replayed))) {
      return;
    }
    tally.subscribed();
    new Replay(target, subscription, history, workers, rights).begin();
  }

  /** A client may be ahead of this node: it has read a list, or comes from another node. */
  private long headFor(OptionalLong since, Channel channel, Target target) {
    return since.orElse(0) > channel.last() ? history.head(target.stream()).number() : 0;
  }

  private static String subscribed(Target target, ClientFrame frame, long last, long replayed) {
    return target
        .writeTo(frame.answer("subscribed"))
        .add("lastSequence", last)
        .add("replayed", replayed)
        .build()
        .toString();
  }
}
