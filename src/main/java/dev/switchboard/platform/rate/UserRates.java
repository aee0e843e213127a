package dev.switchboard.platform.rate;

import dev.switchboard.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Limits the commands of one user, by whatever way they come. */
@ApplicationScoped
public class UserRates {
  private final KeyedLimiters limiters;

  UserRates() {
    this(Settings.of(Map.of()));
  }

  @Inject
  UserRates(Settings settings) {
    limiters = new KeyedLimiters(settings.commandsPerSecond(), System::nanoTime);
  }

  /**
   * Takes one command.
   *
   * @throws dev.switchboard.platform.problem.ProblemException RATE_LIMITED where there is none left
   */
  public void take(String userId) {
    limiters.take(userId);
  }
}
