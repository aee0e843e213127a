package dev.switchboard.platform.health;

import dev.switchboard.platform.schema.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the database has the schema that this version needs. */
@Startup
@ApplicationScoped
class StartedCheck implements HealthCheck {

  private final Schema schema;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  StartedCheck() {
    this(null);
  }

  @Inject
  StartedCheck(Schema schema) {
    this.schema = schema;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("schema").status(schema.isReady()).build();
  }
}
