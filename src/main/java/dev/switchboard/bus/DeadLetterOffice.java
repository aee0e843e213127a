package dev.switchboard.bus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/**
 * Puts what cannot be carried out on the dead-letter queue of its queue, with the reason; and reads
 * such letters. What lies there without a reason was put there by the broker itself.
 */
@ApplicationScoped
class DeadLetterOffice {
  static final String SUFFIX = ".dead";
  private static final String QUEUE = "switchboard_queue";
  private static final String ERROR = "switchboard_error";
  static final String FAILED_AT = "switchboard_failed_at";
  private static final String DELIVERY_COUNT = "switchboard_delivery_count";
  private static final String ID_PREFIX = "ID:";
  private static final String BY_THE_BROKER = "The broker put it away after its last try.";

  private final Sessions sessions;
  private final Clock clock;

  @SuppressWarnings("NullAway")
  DeadLetterOffice() {
    this(null, null);
  }

  @Inject
  DeadLetterOffice(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * Puts a command among the dead letters: it is on the broker's disk afterwards.
   *
   * @param failure the name of its last failure: one of the same name leaves one letter
   */
  void put(String queue, Parcel parcel, String reason, int deliveryCount, String failure) {
    Instant now = clock.instant();
    sessions.lend(
        session -> {
          TextMessage letter = parcel.enclose(session, failure);
          letter.setStringProperty(QUEUE, queue);
          letter.setStringProperty(ERROR, reason);
          letter.setLongProperty(FAILED_AT, now.toEpochMilli());
          letter.setIntProperty(DELIVERY_COUNT, deliveryCount);
          session.createProducer(session.createQueue(queue + SUFFIX)).send(letter);
          return letter;
        });
  }

  /** Reads a letter that lies on a dead-letter queue. */
  static DeadLetter read(Message letter, String deadLetterQueue) throws JMSException {
    boolean ours = letter.propertyExists(FAILED_AT);
    return new DeadLetter(
        idOf(letter),
        originOf(deadLetterQueue),
        Envelope.of(letter).kind(),
        ours ? letter.getIntProperty(DELIVERY_COUNT) : Retries.TRIES,
        ours ? letter.getStringProperty(ERROR) : BY_THE_BROKER,
        Instant.ofEpochMilli(ours ? letter.getLongProperty(FAILED_AT) : letter.getJMSTimestamp()),
        letter instanceof TextMessage ? BodyText.of(letter).withoutSecrets() : null);
  }

  /** The queue whose dead letters lie on this one. */
  static String originOf(String deadLetterQueue) {
    return deadLetterQueue.substring(0, deadLetterQueue.length() - SUFFIX.length());
  }

  static String idOf(Message letter) throws JMSException {
    String id = Objects.requireNonNullElse(letter.getJMSMessageID(), "");
    return id.startsWith(ID_PREFIX) ? id.substring(ID_PREFIX.length()) : id;
  }

  /** Selects the letter with an id, which holds no quotes. */
  static String selector(String id) {
    return "JMSMessageID = '" + ID_PREFIX + id + "'";
  }
}
