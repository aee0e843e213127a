package dev.switchboard.realtime;

/** Writes to a session, one write at a time. */
interface Wire {

  /** Learns how a write ended. */
  interface Completion {
    void ended(boolean well);
  }

  /** Writes a text; returns when it is written, or false. */
  boolean write(String text);

  /**
   * Begins to write a text; {@code done} is told from any thread whether it went well. Only the
   * first answer counts.
   */
  void begin(String text, Completion done);

  /** Writes a ping; returns when it is written, or false. */
  boolean ping();
}
