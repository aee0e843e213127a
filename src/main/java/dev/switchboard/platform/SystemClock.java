package dev.switchboard.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The wall clock in UTC, for injection; tests bring their own. */
@ApplicationScoped
class SystemClock {

  @Produces
  @Dependent
  Clock clock() {
    return Clock.systemUTC();
  }
}
