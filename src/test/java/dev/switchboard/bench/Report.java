package dev.switchboard.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The results as Markdown: a table for each kind of scenario, with the columns that it has. */
final class Report {
  private final Results results;

  private Report(Results results) {
    this.results = results;
  }

  static String of(Results results) {
    Report report = new Report(results);
    Stream<String> tables =
        results.scenarios().stream()
            .collect(groupingBy(results::measures, LinkedHashMap::new, toList()))
            .entrySet()
            .stream()
            .map(it -> report.table(it.getKey(), it.getValue()));
    Stream<String> failures = results.failures().stream().map(it -> "- failed: " + it + "\n");
    return Stream.concat(tables, failures).collect(joining("\n"));
  }

  private String table(Set<Measure> measures, List<String> scenarios) {
    List<Measure> columns = measures.stream().filter(it -> !it.isHidden()).toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        cells(
            "scenario",
            columns.stream().map(Measure::column),
            "lost, repeated, out of order, holes"));
    scenarios.forEach(it -> rows.add(row(it, columns)));
    return aligned(rows);
  }

  private List<String> row(String scenario, List<Measure> columns) {
    Findings found = results.findings(scenario);
    return cells(
        scenario,
        columns.stream().map(it -> results.spread(scenario, it).text(it.decimals())),
        "%d, %d, %d, %d"
            .formatted(found.lost(), found.repeated(), found.outOfOrder(), found.holes()));
  }

  private static List<String> cells(String first, Stream<String> middle, String last) {
    return Stream.of(Stream.of(first), middle, Stream.of(last)).flatMap(it -> it).toList();
  }

  private static String aligned(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    List<String> rule = IntStream.of(widths).mapToObj("-"::repeat).toList();
    List<List<String>> lines = new ArrayList<>(rows);
    lines.add(1, rule);
    return lines.stream().map(it -> line(it, widths)).collect(joining());
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> cells.get(i) + " ".repeat(widths[i] - cells.get(i).length()))
        .collect(joining(" | ", "| ", " |\n"));
  }
}
