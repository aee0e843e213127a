package dev.switchboard.realtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Lets each connection follow what it follows without asking, from its first moment: the
 * subscriptions stand before the welcome, and go on behind it. Where the database is away they
 * stand later, and the connection is welcomed all the same.
 */
@ApplicationScoped
class Unasked {
  private static final Logger LOG = System.getLogger(Unasked.class.getName());

  private final Targets targets;
  private final Subscriptions subscriptions;
  private final Workers workers;

  @SuppressWarnings("NullAway")
  Unasked() {
    this(null, null, null);
  }

  @Inject
  Unasked(Targets targets, Subscriptions subscriptions, Workers workers) {
    this.targets = targets;
    this.subscriptions = subscriptions;
    this.workers = workers;
  }

  /** Begins the subscriptions; what is returned lets them go on. */
  Runnable begin(Connection connection) {
    List<Runnable> rest = new ArrayList<>();
    for (Target target : targets.unasked(connection.caller())) {
      try {
        Subscription subscription = follow(connection, target);
        rest.add(() -> subscriptions.goOn(subscription));
      } catch (RuntimeException e) {
        LOG.log(Level.DEBUG, "{0} is followed later: {1}", target.stream(), e);
        rest.add(() -> workers.executeLater(() -> tryAgain(connection, target)));
      }
    }
    return () -> rest.forEach(Runnable::run);
  }

  private void tryAgain(Connection connection, Target target) {
    if (connection.isLeaving() || connection.subscriptions().containsKey(target.stream())) {
      return;
    }
    try {
      subscriptions.goOn(follow(connection, target));
    } catch (FrameException refused) {
      LOG.log(Level.DEBUG, "{0} is not followed: {1}", target.stream(), refused);
    } catch (RuntimeException e) {
      workers.executeLater(() -> tryAgain(connection, target));
    }
  }

  private Subscription follow(Connection connection, Target target) {
    return subscriptions.follow(connection, target, OptionalLong.empty());
  }
}
