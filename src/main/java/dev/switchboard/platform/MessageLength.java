package dev.switchboard.platform;

import dev.switchboard.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Keeps the texts of messages to the length that is set. */
@ApplicationScoped
public class MessageLength {
  private final Settings settings;

  @SuppressWarnings("NullAway")
  MessageLength() {
    this(null);
  }

  @Inject
  MessageLength(Settings settings) {
    this.settings = settings;
  }

  /**
   * Lets a text pass that is not too long.
   *
   * @param pointer names the member in the problem, {@code /content} say
   * @throws ProblemException 400 for a longer one
   */
  public void require(String pointer, String text) {
    int most = settings.messageCharacters();
    if (text.length() > most) {
      throw ProblemException.invalid(pointer, "must have at most " + most + " characters");
    }
  }
}
