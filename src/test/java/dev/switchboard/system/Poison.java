package dev.switchboard.system;

import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.util.Map;
import java.util.function.Function;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Puts on queues of the installation under test what it would not put there itself. */
public final class Poison {

  private Poison() {}

  public static void plant(String queue, String text, Map<String, String> properties) {
    plant(queue, context -> context.createTextMessage(text), properties);
  }

  static void plant(
      String queue, Function<JMSContext, Message> poison, Map<String, String> properties) {
    String broker = System.getProperty("switchboard.broker.url", "tcp://localhost:61616");
    try (ActiveMQConnectionFactory connections = new ActiveMQConnectionFactory(broker);
        JMSContext context = connections.createContext()) {
      var producer = context.createProducer();
      properties.forEach(producer::setProperty);
      producer.send(context.createQueue(queue), poison.apply(context));
    }
  }
}
