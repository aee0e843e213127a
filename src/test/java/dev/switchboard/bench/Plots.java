package dev.switchboard.bench;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/** The charts that results allow, by the names of their files. */
final class Plots {
  /** Percentiles at the places of how rarely a delivery takes longer. */
  private static final Map<Measure, Double> RARITIES =
      Map.of(Measure.P50, 2.0, Measure.P90, 10.0, Measure.P99, 100.0, Measure.P999, 1000.0);

  private static final Map<Double, String> PERCENTILES =
      Map.of(2.0, "p50", 10.0, "p90", 100.0, "p99", 1000.0, "p99.9");

  private final Results results;

  private Plots(Results results) {
    this.results = results;
  }

  static Map<String, String> of(Results results) {
    Plots plots = new Plots(results);
    Map<String, String> charts = new TreeMap<>();
    plots.latency().ifPresent(it -> charts.put("latency.svg", it.svg()));
    plots
        .growth(Scenarios.SUBSCRIBERS, Measure.SERVER_DELIVERY, "subscribers of a board")
        .ifPresent(it -> charts.put("subscribers.svg", it.svg()));
    plots
        .growth(Scenarios.STREAMS, Measure.SERVER_MESSAGE, "boards")
        .ifPresent(it -> charts.put("streams.svg", it.svg()));
    return charts;
  }

  private Optional<Chart> latency() {
    List<Series> series =
        results.scenarios().stream()
            .filter(it -> !it.startsWith(Scenarios.SUBSCRIBERS))
            .filter(it -> !it.startsWith(Scenarios.STREAMS))
            .map(it -> new Series(it, points(it)))
            .filter(it -> !it.points().isEmpty())
            .toList();
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Chart(
                "Latency of deliveries",
                Axis.of("percentile", PERCENTILES),
                Axis.powersOfTen("ms", extremes(series).min().orElse(1), most(series)),
                series));
  }

  private NavigableMap<Double, Spread> points(String scenario) {
    NavigableMap<Double, Spread> points = new TreeMap<>();
    RARITIES.forEach(
        (measure, rarity) -> {
          Spread spread = results.spread(scenario, measure);
          if (spread.least() > 0) {
            points.put(rarity, spread);
          }
        });
    return points;
  }

  private Optional<Chart> growth(String prefix, Measure measure, String size) {
    NavigableMap<Double, Spread> points = new TreeMap<>();
    results.scenarios().stream()
        .filter(it -> it.startsWith(prefix))
        .filter(it -> results.spread(it, measure).least() > 0)
        .forEach(
            it ->
                points.put(
                    Double.parseDouble(it.substring(prefix.length())),
                    results.spread(it, measure)));
    if (points.size() < 2) {
      return Optional.empty();
    }
    List<Series> series = List.of(new Series("server", points));
    return Optional.of(
        new Chart(
            "Processor time by number of " + size,
            Axis.of(
                size,
                points.keySet().stream().collect(toMap(identity(), it -> "%,.0f".formatted(it)))),
            Axis.fromZero(measure.column(), most(series)),
            series));
  }

  private static double most(List<Series> series) {
    return extremes(series).max().orElse(1);
  }

  private static DoubleStream extremes(List<Series> series) {
    return series.stream()
        .flatMap(it -> it.points().values().stream())
        .flatMapToDouble(it -> DoubleStream.of(it.least(), it.most()));
  }
}
