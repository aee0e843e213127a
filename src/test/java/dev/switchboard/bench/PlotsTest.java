package dev.switchboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class PlotsTest {
  private final Results results = new Results();

  @Test
  void latency_and_growth_are_drawn_as_xml() throws Exception {
    results.add(outcome("fan-out", Measure.P50, 3.5));
    results.add(outcome("subscribers-10", Measure.SERVER_DELIVERY, 30));
    results.add(outcome("subscribers-1000", Measure.SERVER_DELIVERY, 12));

    Map<String, String> plots = Plots.of(results);

    assertThat(plots).containsOnlyKeys("latency.svg", "subscribers.svg");
    for (String svg : plots.values()) {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }
  }

  @Test
  void without_figures_nothing_is_drawn() {
    results.add(outcome("fan-out", Measure.P50, Double.NaN));

    assertThat(Plots.of(results)).isEmpty();
  }

  private static Outcome outcome(String scenario, Measure measure, double value) {
    return new Outcome(scenario, new TreeMap<>(Map.of(measure, value)), Findings.NONE);
  }
}
