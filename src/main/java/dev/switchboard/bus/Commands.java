package dev.switchboard.bus;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;

/** Takes commands in: known as an operation first, then durable in a queue. */
@ApplicationScoped
public class Commands {
  private final Operations operations;
  private final Intake intake;
  private final Ids ids;
  private final Json json;

  @SuppressWarnings("NullAway")
  Commands() {
    this(null, null, null, null);
  }

  @Inject
  Commands(Operations operations, Intake intake, Ids ids, Json json) {
    this.operations = operations;
    this.intake = intake;
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
    return submission.idempotencyKey() == null
        ? take(submission, proposed, false)
        : accept(submission, proposed, command, IdempotencyKey.of(submission.idempotencyKey()));
  }

  private UUID accept(
      Submission submission,
      Command proposed,
      Function<UUID, ? extends Command> command,
      IdempotencyKey key) {
    Envelope.Known known = Envelope.Known.of(proposed);
    byte[] fingerprint = Fingerprint.of(known.kind(), json.write(submission.request()));
    Operation operation = operations.open(known, key, fingerprint);
    return operation.isPending()
        ? take(submission, command.apply(operation.id()), true)
        : operation.id();
  }

  private UUID take(Submission submission, Command command, boolean known) {
    intake.take(submission.queue(), submission.ordered(), command, json.write(command), known);
    return command.id();
  }
}
