package dev.switchboard.bus;

import dev.switchboard.platform.Ids;
import dev.switchboard.stream.Appended;
import dev.switchboard.stream.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Carries out a command and writes down what became of it. */
@ApplicationScoped
class Settlement {
  private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final Operations operations;
  private final History history;

  @SuppressWarnings("NullAway")
  Settlement() {
    this(null, null, null);
  }

  @Inject
  Settlement(Transactions transactions, Operations operations, History history) {
    this.transactions = transactions;
    this.operations = operations;
    this.history = history;
  }

  <C extends Command> Effect carryOut(C command, Handler<C> handler) {
    return transactions.run(
        () -> operations.begin(command) ? effect(command, handler) : effectBefore(command));
  }

  private <C extends Command> Effect effect(C command, Handler<C> handler) {
    try {
      Effect effect = handler.carryOut(command);
      operations.succeed(command, effect.resource());
      return effect;
    } catch (Refusal refusal) {
      String kind = Kinds.of(command.getClass());
      operations.fail(command.id(), kind, command.author(), refusal.reason());
      return Effect.made("");
    }
  }

  /** It was carried out before, and perhaps nobody was told: its event goes out again. */
  private Effect effectBefore(Command command) {
    return history
        .find(command.id(), Ids.madeAt(command.id()).minus(CLOCKS_APART))
        .map(entry -> Effect.stored("", new Appended(entry, history.epoch(entry))))
        .orElse(Effect.made(""));
  }

  void fail(Envelope.Known command) {
    operations.fail(
        command.id(),
        command.kind(),
        command.author(),
        "It failed three times and waits among the dead letters.");
  }
}
