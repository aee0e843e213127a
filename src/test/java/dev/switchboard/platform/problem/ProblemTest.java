package dev.switchboard.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void a_problem_is_rendered_as_rfc_9457_has_it() {
    ProblemException problem = ProblemException.invalid("/name", "must not be blank");

    assertThat(Problem.of(problem, "/api/v1/boards").toJson())
        .isEqualTo(
            """
            {"type":"urn:switchboard:problem:invalid","title":"The request is not valid",\
            "status":400,"detail":"The request has invalid values.","instance":"/api/v1/boards",\
            "errors":[{"pointer":"/name","detail":"must not be blank"}]}\
            """);
  }

  @Test
  void only_validation_has_errors() {
    ProblemException problem = new ProblemException(ProblemType.NOT_FOUND, "No such board.");

    assertThat(Problem.of(problem, "/").toJson()).doesNotContain("errors");
  }

  @Test
  void who_must_sign_in_is_told_how() {
    ProblemException problem = new ProblemException(ProblemType.UNAUTHORIZED, "No token.");

    assertThat(Problem.headers(problem)).containsEntry("WWW-Authenticate", "Bearer");
  }

  @Test
  void the_time_to_wait_is_told_in_whole_seconds_and_never_too_short() {
    assertThat(Problem.headers(ProblemException.rateLimited(Duration.ofMillis(1200))))
        .containsEntry("Retry-After", "2");
    assertThat(Problem.headers(ProblemException.rateLimited(Duration.ofMillis(3))))
        .containsEntry("Retry-After", "1");
    assertThat(Problem.headers(ProblemException.unavailable(new IOException())))
        .containsEntry("Retry-After", "2");
  }

  @Test
  void a_problem_is_found_however_deep_the_container_wraps_it() {
    Throwable wrapped =
        new RuntimeException(
            new IllegalStateException(new ProblemException(ProblemType.CONFLICT, "Taken.")));

    assertThat(Diagnosis.of(wrapped).type()).isEqualTo(ProblemType.CONFLICT);
  }

  @Test
  void a_failure_of_ours_tells_nothing_of_its_inside() {
    ProblemException problem = Diagnosis.of(new IllegalStateException("secret place"));

    assertThat(problem.type()).isEqualTo(ProblemType.INTERNAL);
    assertThat(problem.detail()).doesNotContain("secret");
  }

  @Test
  void a_database_that_is_away_is_an_outage() {
    assertThat(Diagnosis.of(new RuntimeException(new SQLException("gone", "08006"))).type())
        .isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(Outage.causes(new SQLException("stopping", "57P01"))).isTrue();
    assertThat(Outage.causes(new SQLTransientConnectionException())).isTrue();
  }

  @Test
  void a_statement_that_fails_is_no_outage() {
    assertThat(Outage.causes(new SQLException("duplicate", "23505"))).isFalse();
    assertThat(Outage.causes(new ConnectException())).isFalse();
    assertThat(Outage.causes(null)).isFalse();
  }

  @Test
  void a_body_may_reach_its_limit_and_no_further() throws IOException {
    assertThat(stream(8, 8).readAllBytes()).hasSize(8);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> stream(9, 8).readAllBytes())
        .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE));
  }

  @Test
  void a_body_that_announces_too_much_is_refused_unread() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> stream(0, 8).expect("9"))
        .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE));
  }

  private static LimitedStream stream(int bytes, int limit) {
    return new LimitedStream(new ByteArrayInputStream(new byte[bytes]), limit);
  }
}
