package dev.switchboard.realtime;

import dev.switchboard.platform.Settings;
import dev.switchboard.platform.log.LogEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** {@code subscribe}: follows a stream, from {@code since} on if given. */
@ApplicationScoped
class SubscribeAction implements Action {
  private final Targets targets;
  private final Subscriptions subscriptions;
  private final Leaving leaving;
  private final Tally tally;
  private final Settings settings;

  @SuppressWarnings("NullAway")
  SubscribeAction() {
    this(null, null, null, null, null);
  }

  @Inject
  SubscribeAction(
      Targets targets,
      Subscriptions subscriptions,
      Leaving leaving,
      Tally tally,
      Settings settings) {
    this.targets = targets;
    this.subscriptions = subscriptions;
    this.leaving = leaving;
    this.tally = tally;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "subscribe";
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    Target target = targets.of(frame, connection.caller());
    OptionalLong since = frame.number("since");
    switch (target.admits(connection.caller())) {
      case GRANTED -> subscribe(connection, target, since, frame);
      case FORBIDDEN -> throw new FrameException(ErrorCode.FORBIDDEN, "You may not read this.");
      case ABSENT -> throw new FrameException(ErrorCode.NOT_FOUND, "There is no such stream.");
    }
  }

  private void subscribe(
      Connection connection, Target target, OptionalLong since, ClientFrame frame) {
    requireRoom(connection, target);
    Followed followed = subscriptions.follow(connection, target, since);
    Subscription subscription = followed.subscription();
    try {
      if (subscription.answer(answer(target, followed, frame))) {
        tally.subscribed();
        LogEvent.SUBSCRIBE.log(
            "connection", connection.id(),
            "user", connection.caller().userId(),
            "stream", target.stream(),
            "last", followed.last(),
            "replayed", followed.replayed());
        subscriptions.goOn(subscription);
      }
    } catch (RuntimeException e) {
      leaving.leave(connection, target.stream());
      throw e;
    }
  }

  /** What is followed without asking does not count. */
  private void requireRoom(Connection connection, Target target) {
    int most = settings.subscriptionsPerConnection() + targets.unasked(connection.caller()).size();
    if (!connection.subscriptions().containsKey(target.stream())
        && connection.subscriptions().size() >= most) {
      throw new FrameException(ErrorCode.INVALID, "The connection has too many subscriptions.");
    }
  }

  private static String answer(Target target, Followed followed, ClientFrame frame) {
    return target
        .writeTo(frame.answer("subscribed"))
        .add("lastSequence", followed.last())
        .add("replayed", followed.replayed())
        .build()
        .toString();
  }
}
