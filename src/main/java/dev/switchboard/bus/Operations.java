package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** The operations that stand for commands: one is opened at the door, and settled by the bean. */
@ApplicationScoped
public class Operations {
  private final OperationRepository repository;

  @SuppressWarnings("NullAway")
  Operations() {
    this(null);
  }

  @Inject
  Operations(OperationRepository repository) {
    this.repository = repository;
  }

  /** The operation with this id. */
  public Optional<Operation> find(UUID id) {
    return repository.find(id);
  }

  Operation open(UUID id, String kind, String author) {
    return repository.insert(id, kind, author);
  }

  Operation open(UUID id, String kind, String author, IdempotencyKey key, byte[] fingerprint) {
    repository.insert(id, kind, author, key, fingerprint);
    Operation operation = repository.byKey(author, key);
    if (!operation.cameWith(fingerprint)) {
      throw new ProblemException(
          ProblemType.UNPROCESSABLE, "This Idempotency-Key was used with another request.");
    }
    return operation;
  }

  /**
   * Takes hold of a command's operation until the transaction ends, against whoever else has got
   * the same command; false when it has succeeded.
   */
  boolean begin(Command command) {
    return repository.hold(command.id(), Kinds.of(command.getClass()), command.author());
  }

  void succeed(Command command, String resource) {
    repository.settle(
        command.id(), Kinds.of(command.getClass()), command.author(), "succeeded", resource, null);
  }

  /** One that failed is pending again; any other stays as it is. */
  void reopen(UUID id) {
    repository.reopen(id);
  }

  void fail(UUID id, String kind, String author, String error) {
    repository.settle(id, kind, author, "failed", null, error);
  }
}
