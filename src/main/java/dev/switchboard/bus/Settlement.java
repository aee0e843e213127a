package dev.switchboard.bus;

import dev.switchboard.platform.Ids;
import dev.switchboard.stream.Appended;
import dev.switchboard.stream.History;
import dev.switchboard.stream.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Carries out commands, stores what they bring about, and writes down what became of them: all of
 * it in one transaction.
 */
@ApplicationScoped
class Settlement {
  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final Operations operations;
  private final Streams streams;
  private final History history;

  @SuppressWarnings("NullAway")
  Settlement() {
    this(null, null, null, null);
  }

  @Inject
  Settlement(Transactions transactions, Operations operations, Streams streams, History history) {
    this.transactions = transactions;
    this.operations = operations;
    this.streams = streams;
    this.history = history;
  }

  /** Carries out those that were not before; what nodes are to learn once it is committed. */
  <C extends Command> List<StreamEvent> carryOut(List<C> commands, Handler<C> handler) {
    Map<UUID, C> byId = new LinkedHashMap<>();
    commands.forEach(command -> byId.putIfAbsent(command.id(), command));
    return transactions.run(() -> settle(byId.values(), handler));
  }

  private <C extends Command> List<StreamEvent> settle(Collection<C> commands, Handler<C> handler) {
    Set<UUID> before = operations.begin(commands);
    List<Outcome> outcomes =
        commands.stream()
            .filter(command -> !before.contains(command.id()))
            .map(command -> outcome(command, handler))
            .toList();
    List<Appended> appended =
        streams.append(outcomes.stream().flatMap(each -> each.drafts().stream()).toList());
    operations.settle(outcomes);
    return Stream.concat(before.stream().flatMap(this::entryOf), appended.stream())
        .map(StreamEvent::stored)
        .toList();
  }

  private static <C extends Command> Outcome outcome(C command, Handler<C> handler) {
    try {
      return Outcome.success(command, handler.carryOut(command));
    } catch (Refusal refusal) {
      return Outcome.failure(command, refusal);
    }
  }

  /** It was carried out before, and perhaps nobody was told: its event goes out again. */
  private Stream<Appended> entryOf(UUID id) {
    return history
        .find(id, Ids.madeAt(id).minus(CLOCKS_APART))
        .map(entry -> new Appended(entry, history.epoch(entry)))
        .stream();
  }

  void fail(Envelope.Known command) {
    operations.fail(command, "It failed three times and waits among the dead letters.");
  }
}
