package dev.switchboard.platform.health;

import dev.switchboard.platform.schema.Schema;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready, as far as the database goes: it answers, and it has our schema. */
@Readiness
@ApplicationScoped
class DatabaseCheck implements HealthCheck {

  private static final int TIMEOUT_SECONDS = 2;

  @Resource(lookup = "jdbc/switchboard")
  private DataSource dataSource;

  private final Schema schema;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  DatabaseCheck() {
    this(null);
  }

  @Inject
  DatabaseCheck(Schema schema) {
    this.schema = schema;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(schema.isReady() && answers()).build();
  }

  private boolean answers() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(TIMEOUT_SECONDS);
      return statement.execute("select 1");
    } catch (SQLException away) {
      return false;
    }
  }
}
