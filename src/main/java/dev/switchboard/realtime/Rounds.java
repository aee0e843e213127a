package dev.switchboard.realtime;

import dev.switchboard.platform.Repetition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Starts what this node does again and again while it runs. */
@ApplicationScoped
class Rounds {
  private static final Logger LOG = System.getLogger(Rounds.class.getName());

  private final Repetition repetition;
  private final Heartbeat heartbeat;
  private final Channels channels;
  private final ForgottenWrites writes;
  private final ClusterFigures figures;

  @SuppressWarnings("NullAway")
  Rounds() {
    this(null, null, null, null, null);
  }

  @Inject
  Rounds(
      Repetition repetition,
      Heartbeat heartbeat,
      Channels channels,
      ForgottenWrites writes,
      ClusterFigures figures) {
    this.repetition = repetition;
    this.heartbeat = heartbeat;
    this.channels = channels;
    this.writes = writes;
    this.figures = figures;
  }

  void begin(@Observes Startup startup) {
    every(1, heartbeat::beat);
    every(1, channels::compare);
    every(2, figures::write);
    every(5, writes::wake);
  }

  private void every(long seconds, Runnable round) {
    repetition.every(Duration.ofSeconds(seconds), () -> safely(round));
  }

  private static void safely(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "A round was missed: {0}", e.toString());
    }
  }
}
