package dev.switchboard.bus;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Judges at the door who may change a thing: the user whose it is, and administrators. What is
 * still on its way, or lies among the dead letters, is the user's in whose name it was asked for.
 */
@ApplicationScoped
public class Ownership {
  private final Operations operations;

  @SuppressWarnings("NullAway")
  Ownership() {
    this(null);
  }

  @Inject
  Ownership(Operations operations) {
    this.operations = operations;
  }

  /**
   * Lets a change pass. The operation is looked at first: until it is done with, the thing may not
   * be there.
   *
   * @param userId in whose name the caller asks
   * @param type the command that makes such things
   * @param stored whose it is, where it is stored
   * @throws ProblemException NOT_FOUND when there is no such thing, FORBIDDEN when it is another's
   */
  public void require(
      Caller caller,
      String userId,
      UUID id,
      Class<? extends Command> type,
      Supplier<Optional<String>> stored) {
    String owner =
        operations
            .ownerToBe(id, type)
            .or(stored)
            .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is none."));
    if (!owner.equals(userId) && !caller.administers()) {
      throw new ProblemException(ProblemType.FORBIDDEN, "Only its author may change it.");
    }
  }
}
