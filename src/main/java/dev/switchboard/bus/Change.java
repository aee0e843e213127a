package dev.switchboard.bus;

/** What a command does to a thing. */
public enum Change {
  CREATE,
  UPDATE,
  DELETE
}
