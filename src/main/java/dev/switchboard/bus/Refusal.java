package dev.switchboard.bus;

/**
 * Says that a command can never be carried out: its operation fails, and nothing is tried again.
 */
public class Refusal extends RuntimeException {

  /**
   * @param reason what the author is told
   */
  public Refusal(String reason) {
    super(reason, null, false, false);
  }

  /** What the author is told. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
