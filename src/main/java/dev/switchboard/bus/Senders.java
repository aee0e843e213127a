package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Sends messages. Each asks the broker once: destinations are looked up by name and kept, for a
 * session that is to make one asks the broker for it.
 */
@ApplicationScoped
class Senders {

  /** Writes the message that is sent. */
  @FunctionalInterface
  interface Writing {
    Message in(Session session) throws JMSException;
  }

  private final Map<String, Destination> destinations = new ConcurrentHashMap<>();

  @Resource(lookup = "jms/switchboard", shareable = false)
  @SuppressWarnings("NullAway.Init")
  private ConnectionFactory connections;

  static Senders of(ConnectionFactory connections, Map<String, Destination> destinations) {
    Senders senders = new Senders();
    senders.connections = connections;
    senders.destinations.putAll(destinations);
    return senders;
  }

  /**
   * Sends to a queue: the message is on the broker's disk afterwards.
   *
   * @throws ProblemException UNAVAILABLE when the broker is away
   */
  void toQueue(String queue, Writing writing) {
    send(queue, DeliveryMode.PERSISTENT, writing);
  }

  /**
   * Sends to a topic, for those who listen now.
   *
   * @throws ProblemException UNAVAILABLE when the broker is away
   */
  void toTopic(String topic, Writing writing) {
    send(topic, DeliveryMode.NON_PERSISTENT, writing);
  }

  private void send(String address, int mode, Writing writing) {
    Destination destination = destinations.computeIfAbsent(address, Senders::lookUp);
    try (Connection connection = connections.createConnection();
        Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        MessageProducer producer = session.createProducer(null)) {
      producer.setDeliveryMode(mode);
      producer.send(destination, writing.in(session));
    } catch (JMSException e) {
      throw ProblemException.unavailable(e);
    }
  }

  @SuppressWarnings("BanJNDI") // the names are our own
  private static Destination lookUp(String address) {
    try {
      return InitialContext.doLookup(address);
    } catch (NamingException e) {
      throw new IllegalStateException("server.xml names no destination " + address, e);
    }
  }
}
