package dev.switchboard.platform.schema;

import dev.switchboard.platform.Settings;
import dev.switchboard.platform.problem.Outage;
import dev.switchboard.platform.problem.ProblemException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the database to the schema that this version needs. Nodes that start at once take turns:
 * Flyway holds a lock in the database meanwhile.
 */
@ApplicationScoped
public class Schema {

  private static final Logger LOG = System.getLogger(Schema.class.getName());

  // Flyway finds the folder in Liberty by the empty file flyway.location in it.
  private static final String LOCATION = "classpath:db/migration";

  @Resource(lookup = "jdbc/switchboard")
  private DataSource dataSource;

  @Resource private ManagedScheduledExecutorService scheduler;

  private final Settings settings;
  private final Event<SchemaReady> done;
  private volatile boolean ready;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  Schema() {
    this(null, null);
  }

  @Inject
  Schema(Settings settings, Event<SchemaReady> done) {
    this.settings = settings;
    this.done = done;
  }

  void start(@Observes Startup event) {
    persist();
  }

  /**
   * Returns once the schema is there. Waits for a database that comes late, as long as {@link
   * Settings#databaseWait()}; a problem 503 after that, and the next call tries again. A migration
   * that fails of itself is not tried again: its exception is passed on.
   */
  public void ready() {
    if (!ready) {
      migrate();
    }
  }

  /** Whether the schema is known to be there. */
  public boolean isReady() {
    return ready;
  }

  private void persist() {
    try {
      ready();
    } catch (ProblemException away) {
      LOG.log(Level.ERROR, "The database is away; its schema waits for it");
      ScheduledFuture<?> unused = scheduler.schedule(this::persist, 1, TimeUnit.SECONDS);
    }
  }

  private synchronized void migrate() {
    if (ready) {
      return;
    }
    try {
      flyway().migrate();
    } catch (FlywayException failure) {
      throw Outage.causes(failure) ? ProblemException.unavailable(failure) : failure;
    }
    ready = true;
    done.fire(new SchemaReady());
  }

  private Flyway flyway() {
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(dataSource)
        .locations(LOCATION)
        .connectRetries(Math.toIntExact(settings.databaseWait().toSeconds()))
        .connectRetriesInterval(1)
        .load();
  }
}
