package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server keeps few names: the same ones are used again and again here. */
class MetricIT {

  private static final String NAME = "it.first_paint";
  private static final String SHOWN = "client_it_first_paint";

  private final Api ann = Accounts.fresh().api();

  @Test
  void measurements_are_seen_as_a_histogram() {
    double count = line(SHOWN + "_count");
    double sum = line(SHOWN + "_sum");

    Answer answer =
        post(
            List.of(
                Map.of("name", NAME, "value", 120, "unit", "ms"),
                Map.of("name", NAME, "value", 80.4, "timestamp", "2026-01-01T00:00:00Z")));

    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    assertThat(line(SHOWN + "_count")).isEqualTo(count + 2);
    assertThat(line(SHOWN + "_sum")).isEqualTo(sum + 200);
    assertThat(metrics()).contains("# TYPE " + SHOWN + " summary", SHOWN + "{", "quantile=\"0.5\"");
  }

  @Test
  void a_call_counts_as_a_whole_or_not_at_all() {
    post(Map.of("name", "it.whole", "value", 1));
    double count = line("client_it_whole_count");

    Answer answer =
        post(
            List.of(
                Map.of("name", "it.whole", "value", 1), Map.of("name", "it whole", "value", 1)));

    assertInvalid(answer, "/metrics/1/name");
    assertThat(line("client_it_whole_count")).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1st", "_load", "a b", "a\nb", "a{b=\"c\"}", "ä", "a-b"})
  void a_name_that_could_not_be_shown_is_refused(String name) {
    assertInvalid(post(Map.of("name", name, "value", 1)), "/metrics/0/name");
  }

  @Test
  void a_name_of_more_than_64_characters_is_refused() {
    assertInvalid(post(Map.of("name", "a".repeat(65), "value", 1)), "/metrics/0/name");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e12, -1e12, 0})
  void a_value_within_the_bounds_is_taken(double value) {
    assertThat(post(Map.of("name", "it.bounds", "value", value)).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.1e12, -1.1e12, 1e300})
  void a_value_beyond_the_bounds_is_refused(double value) {
    assertInvalid(post(Map.of("name", "it.bounds", "value", value)), "/metrics/0/value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "value"})
  void what_is_missing_is_pointed_at(String missing) {
    Map<String, Object> measurement = new HashMap<>(Map.of("name", NAME, "value", 1));
    measurement.remove(missing);

    assertInvalid(post(measurement), "/metrics/0/" + missing);
  }

  @Test
  void an_element_that_is_missing_is_pointed_at() {
    Answer answer =
        ann.call("POST", "/metrics").body("application/json", "{\"metrics\": [null]}").send();

    assertInvalid(answer, "/metrics/0");
  }

  @Test
  void a_unit_is_a_short_word() {
    assertInvalid(post(Map.of("name", NAME, "value", 1, "unit", "a unit\n")), "/metrics/0/unit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"metrics\": [{\"name\": \"it.bounds\", \"value\": \"many\"}]}",
        "{\"metrics\": [{\"name\": \"it.bounds\", \"value\": 1, \"timestamp\": \"today\"}]}",
        "{\"metrics\": [{\"name\": {}, \"value\": 1}]}",
        "{\"metrics\": \"none\"}",
        "{\"metrics\": [1]}",
        "[]",
        "{"
      })
  void a_body_of_another_form_is_a_bad_request(String body) {
    assertProblem(ann.call("POST", "/metrics").body("application/json", body).send(), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"metrics\": null}", "{\"metrics\": []}"})
  void a_call_without_measurements_is_refused(String body) {
    assertInvalid(ann.call("POST", "/metrics").body("application/json", body).send(), "/metrics");
  }

  @Test
  void a_call_has_at_most_100_measurements() {
    assertThat(post(100, i -> NAME).status()).isEqualTo(202);
    assertInvalid(post(101, i -> NAME), "/metrics");
  }

  @Test
  void more_than_50_names_are_refused_and_none_of_them_is_kept() {
    String prefix = "it_" + UUID.randomUUID().toString().replace('-', '_') + "_";

    Answer answer = post(51, i -> prefix + i);

    assertInvalid(answer, "/metrics/50/name");
    assertThat(metrics()).doesNotContain(prefix);
  }

  @Test
  void a_name_that_is_a_line_of_another_histogram_is_refused() {
    post(Map.of("name", "it.bounds", "value", 1));

    Answer answer = post(Map.of("name", "it.bounds_max", "value", 1));

    assertInvalid(answer, "/metrics/0/name");
  }

  @Test
  void who_measures_is_signed_in() {
    Answer answer =
        Switchboard.underTest().anonymous().post("/metrics", Map.of("metrics", List.of()));

    assertProblem(answer, 401);
  }

  private Answer post(Map<String, ?> measurement) {
    return post(List.of(measurement));
  }

  private Answer post(List<Map<String, ?>> measurements) {
    return ann.post("/metrics", Map.of("metrics", measurements));
  }

  private Answer post(int count, IntFunction<String> name) {
    Stream<Map<String, ?>> measurements =
        IntStream.range(0, count).mapToObj(i -> Map.of("name", name.apply(i), "value", i));
    return post(measurements.toList());
  }

  private static double line(String name) {
    return Scrape.now().value(name);
  }

  private static String metrics() {
    return Scrape.now().text();
  }
}
