package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;

/** Tells every node that a connection is to be closed, for no other than its own knows of it. */
@ApplicationScoped
public class Removals {
  static final String TOPIC = "switchboard.removals";
  static final String CONNECTION = "switchboard_connection";

  private static final long PATIENCE_MILLIS = 2_000;

  private final Sessions sessions;

  @SuppressWarnings("NullAway")
  Removals() {
    this(null);
  }

  @Inject
  Removals(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Has the connection with this id closed, wherever it is; false when no node says within 2
   * seconds that it held it.
   *
   * @throws ProblemException UNAVAILABLE when the broker is away
   */
  public boolean remove(String connectionId) {
    return sessions.lend(
        session -> {
          TemporaryQueue replyTo = session.createTemporaryQueue();
          try (MessageConsumer replies = session.createConsumer(replyTo)) {
            Message message = session.createMessage();
            message.setStringProperty(CONNECTION, connectionId);
            message.setJMSReplyTo(replyTo);
            send(session, session.createTopic(TOPIC), message);
            return replies.receive(PATIENCE_MILLIS) != null;
          }
        });
  }

  /** Tells who asked that the connection was here. */
  void confirm(Destination replyTo) {
    sessions.lend(
        session -> {
          Message confirmation = session.createMessage();
          send(session, replyTo, confirmation);
          return confirmation;
        });
  }

  private static void send(Session session, Destination destination, Message message)
      throws JMSException {
    try (MessageProducer producer = session.createProducer(destination)) {
      producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
      producer.setTimeToLive(PATIENCE_MILLIS);
      producer.send(message);
    }
  }
}
