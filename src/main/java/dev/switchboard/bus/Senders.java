package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;

/** Sends messages, each by a context of its own from the pool. */
@ApplicationScoped
class Senders {

  /** Writes the message that is sent. */
  @FunctionalInterface
  interface Writing {
    Message in(JMSContext context) throws JMSException;
  }

  @Resource(lookup = "jms/switchboard", shareable = false)
  @SuppressWarnings("NullAway.Init")
  private ConnectionFactory connections;

  static Senders of(ConnectionFactory connections) {
    Senders senders = new Senders();
    senders.connections = connections;
    return senders;
  }

  /**
   * Sends to a queue: the message is on the broker's disk afterwards.
   *
   * @throws ProblemException UNAVAILABLE when the broker is away
   */
  void toQueue(String queue, Writing writing) {
    try (JMSContext context = connections.createContext()) {
      context.createProducer().send(context.createQueue(queue), writing.in(context));
    } catch (JMSException | JMSRuntimeException e) {
      throw ProblemException.unavailable(e);
    }
  }

  /**
   * Sends to a topic, for those who listen now.
   *
   * @throws ProblemException UNAVAILABLE when the broker is away
   */
  void toTopic(String topic, Writing writing) {
    try (JMSContext context = connections.createContext()) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .send(context.createTopic(topic), writing.in(context));
    } catch (JMSException | JMSRuntimeException e) {
      throw ProblemException.unavailable(e);
    }
  }
}
