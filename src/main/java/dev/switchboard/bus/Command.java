package dev.switchboard.bus;

import java.util.UUID;

/**
 * What somebody asked for, on its way to be carried out: a record that reads and writes as JSON.
 */
public interface Command {

  /** The identity of the command, of its operation, and of the thing that it makes. */
  UUID id();

  /** The user who asked. */
  String author();

  /** The user in whose name: another one where a service acts for somebody. */
  default String userId() {
    return author();
  }
}
