package dev.switchboard.bus;

import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.problem.Outage;
import dev.switchboard.platform.schema.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Carries out commands that a queue delivers: one local transaction for the effect and the
 * operation's outcome, then the events, and only after them the acknowledgement. Whatever dies in
 * between, the command comes again, finds its effect stored and publishes the events once more.
 */
@ApplicationScoped
public class Deliveries {
  private static final Logger LOG = System.getLogger(Deliveries.class.getName());

  private final Schema schema;
  private final Json json;
  private final Settlement settlement;
  private final Events events;
  private final Patience patience;
  private final Retries retries;
  private final DeadLetterOffice deadLetters;

  @SuppressWarnings("NullAway")
  Deliveries() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  Deliveries(
      Schema schema,
      Json json,
      Settlement settlement,
      Events events,
      Patience patience,
      Retries retries,
      DeadLetterOffice deadLetters) {
    this.schema = schema;
    this.json = json;
    this.settlement = settlement;
    this.events = events;
    this.patience = patience;
    this.retries = retries;
    this.deadLetters = deadLetters;
  }

  /**
   * Carries out the command that a message holds. One that fails is sent back to its queue, and
   * after the third failure put among the dead letters with the reason. The broker delivers again
   * itself only what this throws at: when a part is away, or a server dies.
   */
  public <C extends Command> void carryOut(Message message, Class<C> type, Handler<C> handler) {
    try {
      schema.ready();
      C command = json.read(message.getBody(String.class), type);
      Effect effect = patience.outlast(() -> settlement.carryOut(command, handler));
      effect.events().forEach(event -> patience.outlast(() -> events.publish(event)));
    } catch (JMSException | RuntimeException e) {
      if (Outage.causes(e) || !isTakenCareOf(message, e)) {
        patience.pause();
        throw new DeliveryException(e);
      }
    }
  }

  /** True once the command waits elsewhere on the broker's disk. */
  private boolean isTakenCareOf(Message message, Exception cause) {
    try {
      Envelope envelope = Envelope.of(message);
      int failures = Retries.failuresOf(message) + 1;
      String reason = FailureReason.of(cause, BodyText.of(message));
      LOG.log(Level.WARNING, "Command {0} failed, try {1}: {2}", envelope.id(), failures, reason);
      if (failures < Retries.TRIES) {
        retries.again(message, failures);
      } else {
        deadLetters.put(message, reason, failures);
        envelope.operation().ifPresent(this::tellOfFailure);
      }
      return true;
    } catch (JMSException | RuntimeException e) {
      cause.addSuppressed(e);
      return false;
    }
  }

  /** The letter lies where it should: to try again would only put another one beside it. */
  private void tellOfFailure(Envelope.Known command) {
    try {
      patience.outlast(() -> settlement.fail(command));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Operation {0} does not say that it failed: {1}", command.id(), e);
    }
  }
}
