package dev.switchboard.realtime;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tells clients that the node is going away, and each another time to come back: spread so that
 * they come at 500 a second at most, and within two seconds at least. It does so when the process
 * is told to end: by the time that the container ends the application, it has cut the connections.
 */
@ApplicationScoped
class Farewell {
  private static final int MIN_SPREAD_MILLIS = 2_000;
  private static final int MILLIS_PER_CONNECTION = 2;

  private final Connections connections;
  private final Thread hook = new Thread(this::say, "farewell");

  @SuppressWarnings("NullAway")
  Farewell() {
    this(null);
  }

  @Inject
  Farewell(Connections connections) {
    this.connections = connections;
    hook.setContextClassLoader(Farewell.class.getClassLoader());
  }

  void prepare(@Observes Startup startup) {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void say() {
    List<Connection> all = List.copyOf(connections.all());
    int share = Math.max(MILLIS_PER_CONNECTION, MIN_SPREAD_MILLIS / Math.max(1, all.size()));
    for (int i = 0; i < all.size(); i++) {
      int millis = i * share + ThreadLocalRandom.current().nextInt(share);
      all.get(i).close(new CloseReason(CloseCodes.GOING_AWAY, "retryAfterMs=" + millis));
    }
  }

  @PreDestroy
  void forget() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook at work.
      return;
    }
  }
}
