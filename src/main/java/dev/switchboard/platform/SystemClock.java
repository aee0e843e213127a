package dev.switchboard.platform;

import static java.time.temporal.ChronoUnit.MICROS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The wall clock in UTC, as exact as the database keeps time; tests bring their own. */
@ApplicationScoped
class SystemClock {

  @Produces
  @Dependent
  Clock clock() {
    return new Microseconds(Clock.systemUTC());
  }

  /** A tick of Clock's own may be as short, but then tells no milliseconds. */
  private static final class Microseconds extends Clock {
    private final Clock exact;

    private Microseconds(Clock exact) {
      this.exact = exact;
    }

    @Override
    public Instant instant() {
      return exact.instant().truncatedTo(MICROS);
    }

    @Override
    public ZoneId getZone() {
      return exact.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new Microseconds(exact.withZone(zone));
    }
  }
}
