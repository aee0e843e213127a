package dev.switchboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReportTest {
  private final Results results = new Results();

  @Test
  void a_table_shows_medians_with_their_ranges_and_what_went_wrong() {
    results.add(outcome("fan-out", 10.04, new Findings(0, 1, 0, 0)));
    results.add(outcome("fan-out", 30, Findings.NONE));
    results.add(outcome("fan-out", 20, new Findings(0, 0, 0, 2)));
    results.add(outcome("closed-loop", Double.NaN, Findings.NONE));

    assertThat(Report.of(results))
        .isEqualTo(
            """
            | scenario    | p99 ms           | lost, repeated, out of order, holes |
            | ----------- | ---------------- | ----------------------------------- |
            | fan-out     | 20.0 [10.0–30.0] | 0, 1, 0, 2                          |
            | closed-loop | -                | 0, 0, 0, 0                          |
            """);
    assertThat(results.areWhole()).isFalse();
  }

  @Test
  void a_run_that_failed_is_told() {
    results.addFailure("idle", "refused");

    assertThat(Report.of(results)).isEqualTo("- failed: idle: refused\n");
    assertThat(results.areWhole()).isFalse();
  }

  @Test
  void each_outcome_is_a_line_of_json() {
    results.add(outcome("idle", 1.5, Findings.NONE));

    assertThat(results.lines())
        .isEqualTo(
            "{\"holes\":0,\"lost\":0,\"outOfOrder\":0,\"p99\":1.5,\"repeated\":0,\"scenario\":\"idle\"}\n");
  }

  private static Outcome outcome(String scenario, double value, Findings findings) {
    return new Outcome(scenario, new TreeMap<>(Map.of(Measure.P99, value)), findings);
  }
}
