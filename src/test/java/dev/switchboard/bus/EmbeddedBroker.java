package dev.switchboard.bus;

import jakarta.jms.ConnectionFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A real broker inside the test's JVM, in memory: a queue of commands and its dead letters. */
final class EmbeddedBroker implements AutoCloseable {
  static final String QUEUE = "switchboard.things";
  static final String DEAD = QUEUE + ".dead";
  static final String OTHER_DEAD = "switchboard.others.dead";

  private static final SimpleString LOST = SimpleString.of("lost");
  private static final AtomicInteger BROKERS = new AtomicInteger();

  private final String url = "vm://" + BROKERS.incrementAndGet();
  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private final ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(url);

  EmbeddedBroker() throws Exception {
    Configuration configuration =
        new ConfigurationImpl()
            .setPersistenceEnabled(false)
            .setSecurityEnabled(false)
            .addAcceptorConfiguration("in-vm", url)
            .addAddressSetting(
                "#",
                new AddressSettings()
                    .setMaxDeliveryAttempts(-1)
                    .setDeadLetterAddress(LOST)
                    .setExpiryAddress(LOST))
            .addQueueConfiguration(anycast(QUEUE))
            .addQueueConfiguration(anycast(DEAD))
            .addQueueConfiguration(anycast("switchboard.others"))
            .addQueueConfiguration(anycast(OTHER_DEAD))
            .addQueueConfiguration(anycast("somebody.else.dead"));
    broker.setConfiguration(configuration).start();
  }

  private static QueueConfiguration anycast(String name) {
    return QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST);
  }

  ConnectionFactory connections() {
    return connections;
  }

  int openConnections() {
    return broker.getActiveMQServer().getConnectionCount();
  }

  /** Forgets all that it holds. */
  void restart() throws Exception {
    broker.stop();
    broker.start();
  }

  @Override
  public void close() {
    connections.close();
    try {
      broker.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
