package dev.switchboard.bus;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.log.LogEvent;
import dev.switchboard.stream.Draft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Carries out commands, stores what they bring about, and writes down what became of them: all of
 * it in one transaction.
 */
@ApplicationScoped
class Settlement {
  private final Transactions transactions;
  private final Operations operations;
  private final News news;
  private final Ids ids;
  private final CommandCounts counts;

  /** What became of commands, and what nodes are to learn. */
  private record Settled(List<Outcome> outcomes, List<StreamEvent> events) {}

  @SuppressWarnings("NullAway")
  Settlement() {
    this(null, null, null, null, null);
  }

  @Inject
  Settlement(
      Transactions transactions, Operations operations, News news, Ids ids, CommandCounts counts) {
    this.transactions = transactions;
    this.operations = operations;
    this.news = news;
    this.ids = ids;
    this.counts = counts;
  }

  /**
   * Carries out those that were not before; what nodes are to learn once it is committed.
   *
   * @param again whether others may have overtaken them; those that their operations tell of as
   *     failed before, may have been in any case
   */
  <C extends Command> List<StreamEvent> carryOut(
      List<C> commands, boolean again, Handler<C> handler) {
    Map<UUID, C> byId = new LinkedHashMap<>();
    commands.forEach(command -> byId.putIfAbsent(command.id(), command));
    Settled settled = transactions.run(() -> settle(byId.values(), again, handler));
    counts.settled(settled.outcomes());
    settled.outcomes().forEach(Settlement::tellRefusal);
    return settled.events();
  }

  private static void tellRefusal(Outcome outcome) {
    if (outcome.error() != null) {
      LogEvent.REFUSE.log(
          "command", outcome.command().id(),
          "kind", Kinds.of(outcome.command().getClass()),
          "reason", outcome.error());
    }
  }

  private <C extends Command> Settled settle(
      Collection<C> commands, boolean again, Handler<C> handler) {
    Held held = operations.begin(commands);
    List<Outcome> outcomes =
        commands.stream()
            .filter(command -> !held.settled().contains(command.id()))
            .map(
                command -> outcome(command, again || held.failed().contains(command.id()), handler))
            .toList();
    List<StreamEvent> stored = news.of(outcomes);
    operations.settle(outcomes);
    return new Settled(
        outcomes,
        Stream.concat(held.settled().stream().flatMap(news::again), stored.stream()).toList());
  }

  private <C extends Command> Outcome outcome(C command, boolean again, Handler<C> handler) {
    try {
      return Outcome.success(
          command, again ? handler.carryOutAgain(command) : handler.carryOut(command));
    } catch (Refusal refusal) {
      return Outcome.failure(command, refusal, failure(command, handler, refusal.reason()));
    }
  }

  /** A command that failed may still succeed, when its dead letter is sent back. */
  private <C extends Command> List<Draft> failure(C command, Handler<C> handler, String error) {
    return handler.onFailure(command, error).stream()
        .map(draft -> draft.under(ids.next()))
        .toList();
  }

  /** Writes down that a command failed: whenever it comes again, others may have overtaken it. */
  void markFailure(Envelope.Known known) {
    operations.markFailure(known.id());
  }

  /** Whether a command was given up, and not sent back since. */
  boolean isGivenUp(Envelope.Known known) {
    return operations.find(known.id()).filter(Operation::isGivenUp).isPresent();
  }

  /**
   * Writes down that a command is given up, once; what nodes are to learn once it is committed.
   *
   * @param command empty where it cannot even be read
   */
  <C extends Command> List<StreamEvent> giveUp(
      Envelope.Known known, Optional<C> command, Handler<C> handler) {
    Optional<List<StreamEvent>> told =
        transactions.run(
            () ->
                operations.fail(known, Operation.GIVEN_UP)
                    ? Optional.of(news.of(known.id(), failure(command, handler)))
                    : Optional.empty());
    told.ifPresent(first -> counts.givenUp(known.kind()));
    return told.orElse(List.of());
  }

  private <C extends Command> List<Draft> failure(Optional<C> command, Handler<C> handler) {
    return command.map(each -> failure(each, handler, Operation.GIVEN_UP)).orElse(List.of());
  }
}
