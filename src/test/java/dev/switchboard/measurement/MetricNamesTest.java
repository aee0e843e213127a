package dev.switchboard.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricNamesTest {
  private final MetricNames names = new MetricNames(2);

  @Test
  void names_beyond_the_limit_are_pointed_at() {
    assertThat(refused("a", "b", "a", "c", "d"))
        .containsExactly("/metrics/3/name", "/metrics/4/name");
  }

  @Test
  void a_refused_call_leaves_no_name_behind() {
    refused("a", "b", "c");

    names.admit(List.of("x", "y"));
  }

  @Test
  void known_names_are_welcome_for_ever() {
    names.admit(List.of("a", "b"));

    names.admit(List.of("b", "a", "b"));
  }

  @Test
  void a_dot_counts_as_an_underscore() {
    names.admit(List.of("page.load", "page_load", "b"));

    assertThat(MetricNames.plain("page.load")).isEqualTo("page_load");
  }

  @Test
  void a_name_is_not_the_line_of_anothers_histogram() {
    names.admit(List.of("load"));

    assertThat(refused("load_max")).containsExactly("/metrics/0/name");
    assertThat(refused("x_sum", "x")).containsExactly("/metrics/1/name");
  }

  private List<String> refused(String... given) {
    ProblemException problem =
        catchThrowableOfType(ProblemException.class, () -> names.admit(List.of(given)));
    return problem.violations().stream().map(Violation::pointer).toList();
  }
}
