package dev.switchboard.realtime;

import dev.switchboard.stream.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Lets each connection follow what it follows without asking, from its first moment: the
 * subscriptions stand before the welcome, and go on behind it. Where the database is away they
 * begin later, from the same moment on, and the connection is welcomed all the same.
 */
@ApplicationScoped
class Unasked {
  private static final Logger LOG = System.getLogger(Unasked.class.getName());

  private final Targets targets;
  private final Subscriptions subscriptions;
  private final History history;
  private final Workers workers;
  private final Clock clock;

  @SuppressWarnings("NullAway")
  Unasked() {
    this(null, null, null, null, null);
  }

  @Inject
  Unasked(
      Targets targets, Subscriptions subscriptions, History history, Workers workers, Clock clock) {
    this.targets = targets;
    this.subscriptions = subscriptions;
    this.history = history;
    this.workers = workers;
    this.clock = clock;
  }

  /** Begins the subscriptions; what is returned lets them go on. */
  Runnable begin(Connection connection) {
    List<Runnable> rest = new ArrayList<>();
    for (Target target : targets.unasked(connection.caller())) {
      Subscription subscription = subscriptions.stand(connection, target);
      try {
        subscriptions.begin(subscription, OptionalLong.empty());
        rest.add(() -> subscriptions.goOn(subscription));
      } catch (RuntimeException e) {
        rest.add(() -> tryLater(subscription, e));
      }
    }
    return () -> rest.forEach(Runnable::run);
  }

  private void tryLater(Subscription subscription, RuntimeException cause) {
    LOG.log(Level.DEBUG, "{0} is followed later: {1}", subscription.target().stream(), cause);
    workers.executeLater(() -> tryAgain(subscription));
  }

  private void tryAgain(Subscription subscription) {
    if (subscription.hasEnded()) {
      return;
    }
    try {
      subscriptions.begin(subscription, OptionalLong.of(numberAtItsFirstMoment(subscription)));
    } catch (RuntimeException e) {
      tryLater(subscription, e);
      return;
    }
    subscriptions.goOn(subscription);
  }

  private long numberAtItsFirstMoment(Subscription subscription) {
    Duration age = Duration.between(subscription.connection().openedAt(), clock.instant());
    return history.numberBefore(subscription.target().stream(), age);
  }
}
