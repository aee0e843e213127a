package dev.switchboard.realtime;

import dev.switchboard.platform.Settings;
import dev.switchboard.platform.log.LogEvent;
import dev.switchboard.platform.schema.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of all nodes: this one writes its own again and again, under a lease. */
@ApplicationScoped
public class ClusterFigures {
  private static final Logger LOG = System.getLogger(ClusterFigures.class.getName());

  private final Connections connections;
  private final Tally tally;
  private final FigureRepository repository;
  private final Schema schema;
  private final Settings settings;
  private boolean leaving;

  @SuppressWarnings("NullAway")
  ClusterFigures() {
    this(null, null, null, null, null);
  }

  @Inject
  ClusterFigures(
      Connections connections,
      Tally tally,
      FigureRepository repository,
      Schema schema,
      Settings settings) {
    this.connections = connections;
    this.tally = tally;
    this.repository = repository;
    this.schema = schema;
    this.settings = settings;
  }

  /** What goes on in the whole cluster, a few seconds old at most. */
  public Figures sum() {
    return repository.sum();
  }

  /** How many connections each node holds: this one now, others a few seconds ago at most. */
  public SortedMap<String, Long> connectionsByNode() {
    SortedMap<String, Long> byNode = new TreeMap<>(repository.connectionsByNode());
    byNode.put(settings.nodeName(), (long) connections.count());
    return byNode;
  }

  synchronized void write() {
    if (leaving || !schema.isReady()) {
      return;
    }
    Figures figures = tally.figures(connections.count());
    repository.write(settings.nodeName(), figures, settings.nodeLease());
    long removed = repository.removeDead();
    if (removed > 0) {
      tally.removedStale(removed);
      LogEvent.CLEANUP.log("connections", removed);
    }
  }

  /** A node that stops in good order takes its figures along. */
  synchronized void leave(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    leaving = true;
    try {
      repository.remove(settings.nodeName());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The node''s figures stay until their lease is over: {0}", e);
    }
  }
}
