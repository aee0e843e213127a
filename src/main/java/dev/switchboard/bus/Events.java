package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.TextMessage;

/**
 * Publishes events on the topic that every node listens to. They are not durable: a node that
 * misses one finds the entry in the database.
 */
@ApplicationScoped
public class Events {
  static final String TOPIC = "switchboard.events";
  static final String STREAM = "switchboard_stream";
  static final String EPOCH = "switchboard_epoch";
  static final String NUMBER = "switchboard_number";

  @Resource(lookup = "jms/switchboard")
  @SuppressWarnings("NullAway.Init")
  private ConnectionFactory connections;

  /**
   * Publishes an event.
   *
   * @throws ProblemException UNAVAILABLE when the broker is away
   */
  public void publish(StreamEvent event) {
    try (JMSContext context = connections.createContext()) {
      TextMessage message = context.createTextMessage(event.frame());
      message.setStringProperty(STREAM, event.stream());
      message.setLongProperty(NUMBER, event.number());
      message.setLongProperty(EPOCH, event.epoch());
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .send(context.createTopic(TOPIC), message);
    } catch (JMSException | JMSRuntimeException e) {
      throw ProblemException.unavailable(e);
    }
  }
}
