package dev.switchboard.bus;

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
}
