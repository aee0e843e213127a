package dev.switchboard.bus;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing that commands change one after the other. It knows the last of them, so that one that
 * failed and comes again does not undo what was asked for later.
 */
@MappedSuperclass
public abstract class Changeable {
  @Column(name = "last_change")
  private @Nullable UUID lastChange;

  /**
   * From now on it holds what this command says. Where the queue brought it behind one that was
   * accepted later, that one stays the last change: what both have overtaken does not pass.
   */
  protected void changedBy(Command command) {
    if (lastChange == null || lastChange.compareTo(command.id()) < 0) {
      lastChange = command.id();
    }
  }

  /**
   * Lets a command that comes again pass, unless it was accepted before the last change: ids sort
   * by the time they were made.
   *
   * @throws Refusal where it was
   */
  public void requireNoChangeSince(Command command) {
    if (lastChange != null && lastChange.compareTo(command.id()) > 0) {
      throw new Refusal("It was changed since.");
    }
  }
}
