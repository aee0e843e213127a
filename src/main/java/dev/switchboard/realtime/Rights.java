package dev.switchboard.realtime;

import dev.switchboard.stream.Heads;
import dev.switchboard.stream.StreamKind.Admission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Looks whether those who follow a stream still may, and ends the subscriptions of those who may
 * not. What is read before a look that is passed may be sent: the right was withdrawn, if at all,
 * only after that was stored.
 */
@ApplicationScoped
class Rights {
  private final Heads heads;
  private final Leaving leaving;
  private final EpochTraces traces;

  @SuppressWarnings("NullAway")
  Rights() {
    this(null, null, null);
  }

  @Inject
  Rights(Heads heads, Leaving leaving, EpochTraces traces) {
    this.heads = heads;
    this.leaving = leaving;
    this.traces = traces;
  }

  static boolean granted(Connection connection, Target target) {
    return target.admits(connection.caller()) == Admission.GRANTED;
  }

  /** Whether one subscription holds still; looks only when an epoch began since it last did. */
  boolean hold(Subscription subscription) {
    Target target = subscription.target();
    long epoch = heads.of(target.stream()).epoch();
    if (epoch > subscription.epoch()) {
      if (!granted(subscription.connection(), target)) {
        leaving.revoke(subscription, traces.between(target.stream(), subscription.epoch(), epoch));
        return false;
      }
      subscription.admittedIn(epoch);
    }
    return true;
  }

  /** Looks at all subscriptions of a channel; the epoch up to which they hold afterwards. */
  long review(Channel channel, Target target) {
    long epoch = heads.of(target.stream()).epoch();
    String trace = traces.between(target.stream(), channel.epoch(), epoch);
    for (Subscription each : channel.subscriptions()) {
      if (!granted(each.connection(), target)) {
        leaving.revoke(each, trace);
      }
    }
    return epoch;
  }
}
