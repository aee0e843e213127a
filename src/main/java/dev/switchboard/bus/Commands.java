package dev.switchboard.bus;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes commands in: known as an operation first, then durable in a queue. */
@ApplicationScoped
public class Commands {
  private final Operations operations;
  private final CommandQueues queues;
  private final Ids ids;
  private final Json json;

  @SuppressWarnings("NullAway")
  Commands() {
    this(null, null, null, null);
  }

  @Inject
  Commands(Operations operations, CommandQueues queues, Ids ids, Json json) {
    this.operations = operations;
    this.queues = queues;
    this.ids = ids;
    this.json = json;
  }

  /**
   * Makes a command durable.
   *
   * @param command builds the command around its id
   * @return the id; where the idempotency key was used before, the id it got then
   * @throws dev.switchboard.platform.problem.ProblemException INVALID for a bad key, UNPROCESSABLE
   *     for a key that came with another request before, UNAVAILABLE when the broker is away
   */
  public UUID accept(Submission submission, Function<UUID, ? extends Command> command) {
    Command proposed = command.apply(ids.next());
    Operation operation = open(proposed, submission);
    if (!operation.isPending()) {
      return operation.id();
    }
    boolean isNew = operation.id().equals(proposed.id());
    Command accepted = isNew ? proposed : command.apply(operation.id());
    queues.send(submission.queue(), submission.group(), accepted);
    return operation.id();
  }

  private Operation open(Command command, Submission submission) {
    @Nullable String key = submission.idempotencyKey();
    String kind = Kinds.of(command.getClass());
    if (key == null) {
      return operations.open(command.id(), kind, submission.author());
    }
    IdempotencyKey checked = IdempotencyKey.of(key);
    byte[] fingerprint = Fingerprint.of(kind, json.write(submission.request()));
    return operations.open(command.id(), kind, submission.author(), checked, fingerprint);
  }
}
