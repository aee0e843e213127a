package dev.switchboard.realtime;

import dev.switchboard.platform.Settings;
import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.log.LogEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Looks after every connection once a second: pings it, closes it when it is silent, when its token
 * has ended, or when it has lived long enough.
 */
@ApplicationScoped
class Heartbeat {
  private static final Duration WARNING = Duration.ofMinutes(1);

  private final Connections connections;
  private final Tally tally;
  private final Settings settings;
  private final Clock clock;
  private Instant beatBefore = Instant.EPOCH;

  @SuppressWarnings("NullAway")
  Heartbeat() {
    this(null, null, null, null);
  }

  @Inject
  Heartbeat(Connections connections, Tally tally, Settings settings, Clock clock) {
    this.connections = connections;
    this.tally = tally;
    this.settings = settings;
    this.clock = clock;
  }

  void beat() {
    Instant now = clock.instant();
    connections.all().forEach(connection -> lookAfter(connection, now));
    beatBefore = now;
  }

  private void lookAfter(Connection connection, Instant now) {
    if (connection.hasRead()) {
      connection.heard(now);
    }
    Instant expiry = connection.caller().expiresAt();
    if (!now.isBefore(expiry)) {
      connection.close(CloseCode.TOKEN_EXPIRED);
    } else if (now.isAfter(connection.openedAt().plus(settings.connectionLifetime()))) {
      connection.close(CloseCode.MAXIMUM_LIFETIME);
    } else if (now.isAfter(connection.heardAt().plus(settings.idleTimeout()))) {
      closeSilent(connection);
    } else {
      if (now.isAfter(expiry.minus(WARNING)) && connection.warnOnceOf(expiry)) {
        connection.send(tokenExpiring(expiry));
      }
      if (isDue(connection, now)) {
        connection.ping();
      }
    }
  }

  /** One that cannot be reached may stay for a while after its close: it counts once. */
  private void closeSilent(Connection connection) {
    if (!connection.isClosed()) {
      connection.close(CloseCode.TOO_SLOW);
      tally.removedStale(1);
      LogEvent.CLEANUP.log("connection", connection.id(), "user", connection.caller().userId());
    }
  }

  /** Each connection has its own second of the interval, so that pings do not come in a burst. */
  private boolean isDue(Connection connection, Instant now) {
    long interval = Math.max(1, settings.pingInterval().toSeconds());
    int own = connection.id().hashCode();
    return Math.floorDiv(now.getEpochSecond() + own, interval)
        > Math.floorDiv(beatBefore.getEpochSecond() + own, interval);
  }

  private static String tokenExpiring(Instant expiry) {
    return Json.object()
        .add("type", "tokenExpiring")
        .add("expiresAt", expiry.toString())
        .build()
        .toString();
  }
}
