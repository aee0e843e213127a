package dev.switchboard.bus;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** A connection that sends to one destination; for one thread at a time. */
final class Sender implements AutoCloseable {

  /** Makes the producer of a session. */
  @FunctionalInterface
  interface Producing {
    MessageProducer in(Session session) throws JMSException;
  }

  /** Writes the message that is sent. */
  @FunctionalInterface
  interface Writing {
    Message in(Session session) throws JMSException;
  }

  private static final Logger LOG = System.getLogger(Sender.class.getName());

  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;

  private Sender(Connection connection, Session session, MessageProducer producer) {
    this.connection = connection;
    this.session = session;
    this.producer = producer;
  }

  static Sender open(ConnectionFactory connections, Producing producing) throws JMSException {
    Connection connection = connections.createConnection();
    try {
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      return new Sender(connection, session, producing.in(session));
    } catch (JMSException | RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  void send(Writing writing) throws JMSException {
    producer.send(writing.in(session));
  }

  @Override
  public void close() {
    close(connection);
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (JMSException e) {
      LOG.log(Level.DEBUG, "A connection was gone before its close: {0}", e.toString());
    }
  }
}
