package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthIT {

  private final Api nobody = Switchboard.underTest().anonymous();

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/started", "/health/ready", "/health/live"})
  void a_server_in_good_health_says_so_to_everybody(String path) {
    Answer answer = nobody.outside("GET", path).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.string("status")).isEqualTo("UP");
  }

  @Test
  void readiness_looks_at_the_database_and_the_broker() {
    String checks = nobody.outside("GET", "/health/ready").send().text();

    assertThat(checks).containsIgnoringCase("database").containsIgnoringCase("broker");
  }

  @Test
  void the_metrics_are_prometheus_text() {
    Answer answer = nobody.outside("GET", "/metrics").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(answer.text()).contains("# TYPE ", "# HELP ");
  }
}
