package dev.switchboard.bus;

import dev.switchboard.platform.log.LogEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Decides what happens to a command that failed: another try, or the dead letters. */
@ApplicationScoped
class Failures {
  private static final Logger LOG = System.getLogger(Failures.class.getName());

  private final Patience patience;
  private final Retries retries;
  private final DeadLetterOffice deadLetters;

  @SuppressWarnings("NullAway")
  Failures() {
    this(null, null, null);
  }

  @Inject
  Failures(Patience patience, Retries retries, DeadLetterOffice deadLetters) {
    this.patience = patience;
    this.retries = retries;
    this.deadLetters = deadLetters;
  }

  /**
   * True once the command waits elsewhere on the broker's disk.
   *
   * @param givenUp whether it lies among the dead letters: who repeats a command with its key
   *     before it is carried out, sends it twice
   * @param giveUp tells that it lies there
   */
  boolean takeCareOf(
      Message message,
      Parcel parcel,
      RuntimeException cause,
      Predicate<Envelope.Known> givenUp,
      Consumer<Envelope.Known> giveUp) {
    try {
      Envelope envelope = parcel.envelope();
      int count = parcel.failures() + 1;
      String reason = FailureReason.of(cause, parcel.body());
      String queue = Envelope.queueOf(message);
      LogEvent.FAILURE.log(
          "trace",
          envelope.trace(),
          "command",
          envelope.id(),
          "kind",
          envelope.kind(),
          "queue",
          queue,
          "try",
          count,
          "reason",
          reason);
      String failure = nameOf(message, envelope);
      if (!parcel.isLastTry()) {
        retries.again(queue, parcel, count, failure);
      } else if (!patience.outlast(() -> envelope.operation().filter(givenUp).isPresent())) {
        deadLetters.put(queue, parcel, reason, count, failure);
        envelope.operation().ifPresent(known -> tell(known, giveUp));
      }
      return true;
    } catch (JMSException | RuntimeException e) {
      cause.addSuppressed(e);
      return false;
    }
  }

  /**
   * The failure of a command of a message: the same when the broker delivers the message again, and
   * another for the copy that was put back.
   */
  private static String nameOf(Message message, Envelope envelope) throws JMSException {
    String messageId = message.getJMSMessageID();
    return (messageId == null ? UUID.randomUUID() : messageId) + "/" + envelope.id();
  }

  /** The letter lies where it should: to try again would only put another one beside it. */
  private void tell(Envelope.Known command, Consumer<Envelope.Known> giveUp) {
    try {
      patience.outlast(() -> giveUp.accept(command));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Operation {0} does not say that it failed: {1}", command.id(), e);
    }
  }
}
