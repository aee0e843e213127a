package dev.switchboard.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The schema on other versions of PostgreSQL than the embedded one. */
class PostgresVersionsIT {

  @BeforeEach
  void need_containers() {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(), "No container engine answers here.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres:15-alpine", "postgres:16-alpine", "postgres:17-alpine"})
  void the_migrations_apply(String image) {
    try (PostgreSQLContainer postgres = new PostgreSQLContainer(image)) {
      postgres.start();

      MigrateResult result =
          Flyway.configure()
              .dataSource(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword())
              .load()
              .migrate();

      assertThat(result.success).isTrue();
      assertThat(result.migrationsExecuted).isPositive();
    }
  }
}
