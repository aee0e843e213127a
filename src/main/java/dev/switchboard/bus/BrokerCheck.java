package dev.switchboard.bus;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
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

  @Resource(lookup = "jms/switchboard", shareable = false)
  @SuppressWarnings("NullAway.Init")
  private ConnectionFactory connections;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("broker").status(answers()).build();
  }

  private boolean answers() {
    try (JMSContext context = connections.createContext()) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .send(context.createTopic(ADDRESS), context.createMessage());
      return true;
    } catch (JMSRuntimeException e) {
      return false;
    }
  }
}
