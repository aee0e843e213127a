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
    return accept(submission, () -> {}, command);
  }

  /**
   * Makes a command durable that is to be judged by what exists; a command that comes again with
   * its key was judged before, and what it was judged by may be gone.
   *
   * @param judge throws where the command is not to be taken
   */
  public UUID accept(
      Submission submission, Runnable judge, Function<UUID, ? extends Command> command) {
    Command proposed = command.apply(ids.next());
    if (submission.idempotencyKey() == null) {
      judge.run();
      return take(submission, proposed, false);
    }
    IdempotencyKey key = IdempotencyKey.of(submission.idempotencyKey());
    if (!operations.knows(submission.author(), key)) {
      judge.run();
    }
    return accept(submission, proposed, command, key);
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
