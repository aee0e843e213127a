package dev.switchboard.bus;

import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.problem.Outage;
import dev.switchboard.platform.schema.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.json.bind.JsonbException;
import java.util.List;
import java.util.Optional;

/**
 * Carries out commands that a queue delivers: one local transaction for the effects and the
 * operations' outcomes, then the events, and only after them the acknowledgement. Whatever dies in
 * between, the commands come again, find their effects stored and publish the events once more.
 */
@ApplicationScoped
public class Deliveries {
  private final Schema schema;
  private final Json json;
  private final Settlement settlement;
  private final Events events;
  private final Patience patience;
  private final Failures failures;
  private final UnderWay underWay;
  private final CommandCounts counts;

  @SuppressWarnings("NullAway")
  Deliveries() {
    this(null, null, null, null, null, null, null, null);
  }

  @Inject
  Deliveries(
      Schema schema,
      Json json,
      Settlement settlement,
      Events events,
      Patience patience,
      Failures failures,
      UnderWay underWay,
      CommandCounts counts) {
    this.schema = schema;
    this.json = json;
    this.settlement = settlement;
    this.events = events;
    this.patience = patience;
    this.failures = failures;
    this.underWay = underWay;
    this.counts = counts;
  }

  /**
   * Carries out the commands that a message holds, all in one transaction; where one of them fails,
   * each in its own. One that fails is sent back to its queue, and after the third failure put
   * among the dead letters with the reason. The broker delivers again itself only what this throws
   * at: when a part is away, or a server dies.
   */
  public <C extends Command> void carryOut(Message message, Class<C> type, Handler<C> handler) {
    try {
      underWay.during(message, () -> attemptAll(message, type, handler));
    } catch (JMSException | RuntimeException e) {
      patience.pause();
      throw new DeliveryException(e);
    }
  }

  private <C extends Command> void attemptAll(Message message, Class<C> type, Handler<C> handler)
      throws JMSException {
    schema.ready();
    List<Parcel> parcels = Parcel.unpack(message);
    if (!together(parcels, type, handler)) {
      for (Parcel each : parcels) {
        alone(message, each, type, handler);
      }
    }
  }

  private <C extends Command> boolean together(
      List<Parcel> parcels, Class<C> type, Handler<C> handler) {
    if (parcels.size() == 1) {
      return false;
    }
    try {
      attempt(parcels, type, handler);
      return true;
    } catch (RuntimeException e) {
      if (Outage.causes(e)) {
        throw e;
      }
      return false;
    }
  }

  private <C extends Command> void alone(
      Message message, Parcel parcel, Class<C> type, Handler<C> handler) {
    try {
      attempt(List.of(parcel), type, handler);
    } catch (RuntimeException e) {
      if (Outage.causes(e)) {
        throw e;
      }
      markFailure(parcel);
      if (!failures.takeCareOf(
          message,
          parcel,
          e,
          settlement::isGivenUp,
          known -> giveUp(known, parcel, type, handler))) {
        throw e;
      }
      // One with an operation is counted when that is written down, once.
      if (parcel.isLastTry() && parcel.envelope().operation().isEmpty()) {
        counts.givenUp(Kinds.of(type));
      }
    }
  }

  /** Before those behind it go on: the copy that is put back may not be what comes next of it. */
  private void markFailure(Parcel parcel) {
    parcel
        .envelope()
        .operation()
        .ifPresent(known -> patience.outlast(() -> settlement.markFailure(known)));
  }

  private <C extends Command> void attempt(
      List<Parcel> parcels, Class<C> type, Handler<C> handler) {
    List<C> commands = parcels.stream().map(each -> json.read(each.body().text(), type)).toList();
    boolean again = parcels.stream().anyMatch(Parcel::again);
    tell(parcels, patience.outlast(() -> settlement.carryOut(commands, again, handler)));
  }

  private <C extends Command> void giveUp(
      Envelope.Known known, Parcel parcel, Class<C> type, Handler<C> handler) {
    try {
      tell(List.of(parcel), settlement.giveUp(known, read(parcel, type), handler));
    } catch (RuntimeException e) {
      if (Outage.causes(e)) {
        throw e;
      }
      settlement.giveUp(known, Optional.empty(), handler);
      throw e;
    }
  }

  private <C extends Command> Optional<C> read(Parcel parcel, Class<C> type) {
    try {
      return Optional.of(json.read(parcel.body().text(), type));
    } catch (JsonbException unreadable) {
      return Optional.empty();
    }
  }

  private void tell(List<Parcel> parcels, List<StreamEvent> stored) {
    List<StreamEvent> traced = new Traces(parcels).under(stored);
    events.tellHere(traced);
    patience.outlast(() -> events.tellOthers(traced));
  }
}
