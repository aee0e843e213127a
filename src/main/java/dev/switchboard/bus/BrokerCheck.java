package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.Session;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready as long as the broker takes a message; the one it takes goes to an address without queues.
 */
@Readiness
@ApplicationScoped
class BrokerCheck implements HealthCheck {
  private static final String ADDRESS = "switchboard.health";

  private final Senders senders;

  @SuppressWarnings("NullAway")
  BrokerCheck() {
    this(null);
  }

  @Inject
  BrokerCheck(Senders senders) {
    this.senders = senders;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("broker").status(answers()).build();
  }

  private boolean answers() {
    try {
      senders.toTopic(ADDRESS, Session::createMessage);
      return true;
    } catch (ProblemException unavailable) {
      return false;
    }
  }
}
