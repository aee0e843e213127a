package dev.switchboard.bus;

import dev.switchboard.stream.Draft;
import java.util.List;

/**
 * A use case that carries out one kind of command, inside a transaction that the caller began and
 * that holds the command's operation: a command that has succeeded does not come here again.
 *
 * @param <C> the kind of command
 */
@FunctionalInterface
public interface Handler<C extends Command> {

  /**
   * Carries a command out; what it brings about in streams is stored behind it.
   *
   * @throws Refusal when it never can be; thrown before anything is written
   */
  Effect carryOut(C command);

  /**
   * Carries out a command that failed before, or was sent back from the dead letters: commands that
   * came behind it may have been carried out by now.
   *
   * @throws Refusal when it never can be, or must not any more
   */
  default Effect carryOutAgain(C command) {
    return carryOut(command);
  }

  /**
   * What is stored and told when a command is given up, refused or after its third failure.
   *
   * @param error what the author is told
   */
  default List<Draft> onFailure(C command, String error) {
    return List.of();
  }
}
