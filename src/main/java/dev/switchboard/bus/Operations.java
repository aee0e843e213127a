package dev.switchboard.bus;

import static java.util.Comparator.comparing;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The operations that stand for commands: one is opened at the door, and settled by the bean. */
@ApplicationScoped
public class Operations {
  private final OperationRepository repository;
  private final OutcomeRepository outcomes;

  @SuppressWarnings("NullAway")
  Operations() {
    this(null, null);
  }

  @Inject
  Operations(OperationRepository repository, OutcomeRepository outcomes) {
    this.repository = repository;
    this.outcomes = outcomes;
  }

  /** The operation with this id. */
  public Optional<Operation> find(UUID id) {
    return repository.find(id);
  }

  /**
   * Whose something will be that does not exist yet: its command is still on its way, or lies among
   * the dead letters and may be sent back.
   */
  Optional<String> ownerToBe(UUID id, Class<? extends Command> type) {
    return making(id, type)
        .filter(each -> each.isPending() || each.isGivenUp())
        .map(Operation::userId);
  }

  private Optional<Operation> making(UUID id, Class<? extends Command> type) {
    return repository.find(id).filter(each -> each.kind().equals(Kinds.of(type)));
  }

  /**
   * What to throw where a command finds nothing to work on. Where it was to remove the thing, and
   * the command that makes it was given up, that one is not carried out any more.
   *
   * @param reason what its author is told, unless the command that makes the thing is on its way:
   *     that one has failed and will come again, and so does this one behind it
   */
  public RuntimeException absent(ChangeCommand command, String reason) {
    if (command.change() == Change.DELETE) {
      outcomes.refuse(command.thing(), "It was removed since.");
    }
    return making(command.thing(), command.getClass()).filter(Operation::isPending).isPresent()
        ? new IllegalStateException("What it is about is still on its way.")
        : new Refusal(reason);
  }

  /** Opens operations of commands that came without a key. */
  void open(List<Envelope.Known> commands) {
    repository.insert(commands);
  }

  /** Whether the author used the key before. */
  boolean knows(String author, IdempotencyKey key) {
    return repository.findByKey(author, key).isPresent();
  }

  /** Opens the operation of a command with a key; or finds the one that the key stands for. */
  Operation open(Envelope.Known command, IdempotencyKey key, byte[] fingerprint) {
    repository.insert(command, key, fingerprint);
    Operation operation = repository.findByKey(command.author(), key).orElseThrow();
    if (!operation.cameWith(fingerprint)) {
      throw new ProblemException(
          ProblemType.UNPROCESSABLE, "This Idempotency-Key was used with another request.");
    }
    return operation;
  }

  /**
   * Takes hold of the operations of commands until the transaction ends, against whoever else has
   * got the same commands.
   */
  Held begin(Collection<? extends Command> commands) {
    return outcomes.hold(
        commands.stream().map(Envelope.Known::of).sorted(comparing(Envelope.Known::id)).toList());
  }

  void settle(List<Outcome> settled) {
    outcomes.settle(settled);
  }

  /** From now on its operation tells that the command failed, until it is settled. */
  void markFailure(UUID id) {
    outcomes.markFailure(id);
  }

  /** One that was given up is pending again; any other stays as it is. */
  void reopen(UUID id) {
    outcomes.reopen(id);
  }

  /** False where it has succeeded, or is written down already. */
  boolean fail(Envelope.Known command, String error) {
    return outcomes.fail(command, error);
  }
}
