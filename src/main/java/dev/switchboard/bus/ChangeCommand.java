package dev.switchboard.bus;

import java.util.UUID;

/** A command that makes, changes or removes one thing. */
public interface ChangeCommand extends Command {

  /** What it does to the thing. */
  Change change();

  /** The identity of the thing; one that is to be made has the command's own. */
  UUID thing();
}
