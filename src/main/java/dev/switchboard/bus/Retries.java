package dev.switchboard.bus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.TextMessage;
import java.time.Duration;

/**
 * Sends a command that failed back to its queue, to be tried again in a while. What waits behind it
 * goes on meanwhile, in order: a message that is handed back to the broker would take with it what
 * the session has fetched ahead.
 */
@ApplicationScoped
class Retries {
  static final int TRIES = 3;

  private static final String FAILURES = "switchboard_failures";
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

  private final Sessions sessions;

  @SuppressWarnings("NullAway")
  Retries() {
    this(null);
  }

  @Inject
  Retries(Sessions sessions) {
    this.sessions = sessions;
  }

  /** How many times the command failed before. */
  static int failuresOf(Message message) throws JMSException {
    return isAgain(message) ? message.getIntProperty(FAILURES) : 0;
  }

  /** Whether the command was put or sent back. */
  static boolean isAgain(Message message) throws JMSException {
    return message.propertyExists(FAILURES);
  }

  /** Makes a message one that was sent back, and begins to count anew. */
  static void begin(Message message) throws JMSException {
    message.setIntProperty(FAILURES, 0);
  }

  /**
   * Comes again 1 second after the first failure, 2 seconds after the second.
   *
   * @param failure its name: one of the same name is put back once
   */
  void again(String queue, Parcel parcel, int failures, String failure) {
    sessions.lend(
        session -> {
          TextMessage copy = parcel.enclose(session, failure);
          copy.setIntProperty(FAILURES, failures);
          try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.setDeliveryDelay(FIRST_DELAY.toMillis() << (failures - 1));
            producer.send(copy);
          }
          return copy;
        });
  }
}
