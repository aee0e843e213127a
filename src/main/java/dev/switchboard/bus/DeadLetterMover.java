package dev.switchboard.bus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.Enumeration;

/**
 * Takes dead letters off their queues: back to where they came from, or away. What goes back is
 * sent first and taken off afterwards, for the sessions of a server know no local transactions; who
 * dies in between leaves a letter whose command, sent back once more, has no second effect.
 */
@ApplicationScoped
class DeadLetterMover {
  private final Sessions sessions;

  @SuppressWarnings("NullAway")
  DeadLetterMover() {
    this(null);
  }

  @Inject
  DeadLetterMover(Sessions sessions) {
    this.sessions = sessions;
  }

  /** Sends one letter back to its queue; false when it is not there. */
  boolean sendBack(String deadLetterQueue, String id) {
    return sendBack(deadLetterQueue, DeadLetterOffice.selector(id), 1) == 1;
  }

  /** Sends the oldest letters back to their queue, in order; how many. */
  int sendBackOldest(String deadLetterQueue, int atMost) {
    return sendBack(deadLetterQueue, "", atMost);
  }

  private int sendBack(String deadLetterQueue, String selector, int atMost) {
    String origin = DeadLetterOffice.originOf(deadLetterQueue);
    return sessions.lend(
        session -> {
          Queue dead = session.createQueue(deadLetterQueue);
          try (QueueBrowser letters = session.createBrowser(dead, selector);
              MessageProducer back = session.createProducer(session.createQueue(origin))) {
            int sent = 0;
            Enumeration<?> found = letters.getEnumeration();
            while (sent < atMost && found.hasMoreElements()) {
              Message letter = (Message) found.nextElement();
              String id = DeadLetterOffice.idOf(letter);
              back.send(asItWas(letter));
              take(session, dead, id);
              sent++;
            }
            return sent;
          }
        });
  }

  /** The message without what was written on it when it failed. */
  private static Message asItWas(Message letter) throws JMSException {
    Envelope envelope = Envelope.of(letter);
    Format format = Format.of(letter);
    letter.clearProperties();
    envelope.writeTo(letter);
    format.writeTo(letter);
    Retries.begin(letter);
    return letter;
  }

  /** Removes a letter; false when it is not there. */
  boolean remove(String deadLetterQueue, String id) {
    return sessions.lend(session -> take(session, session.createQueue(deadLetterQueue), id));
  }

  private static boolean take(Session session, Queue dead, String id) throws JMSException {
    try (MessageConsumer letters = session.createConsumer(dead, DeadLetterOffice.selector(id))) {
      return letters.receiveNoWait() != null;
    }
  }
}
