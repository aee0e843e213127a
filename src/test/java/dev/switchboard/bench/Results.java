package dev.switchboard.bench;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The outcomes of all rounds. */
final class Results {
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  void add(Outcome outcome) {
    outcomes.add(outcome);
  }

  void addFailure(String scenario, String why) {
    failures.add(scenario + ": " + why);
  }

  List<String> failures() {
    return Collections.unmodifiableList(failures);
  }

  /** Whether each run came to its end, and nothing was lost, repeated, out of order or missing. */
  boolean areWhole() {
    return failures.isEmpty() && outcomes.stream().allMatch(it -> it.findings().isClean());
  }

  /** The scenarios that showed something, in the order in which they ran. */
  Set<String> scenarios() {
    return outcomes.stream().map(Outcome::scenario).collect(toCollection(LinkedHashSet::new));
  }

  /** What was measured in a scenario. */
  Set<Measure> measures(String scenario) {
    return of(scenario).get(0).figures().keySet();
  }

  int rounds(String scenario) {
    return of(scenario).size();
  }

  Spread spread(String scenario, Measure measure) {
    return Spread.of(
        of(scenario).stream().map(it -> it.figures().getOrDefault(measure, Double.NaN)).toList());
  }

  /** All that went wrong in the rounds of a scenario. */
  Findings findings(String scenario) {
    return of(scenario).stream().map(Outcome::findings).reduce(Findings.NONE, Findings::plus);
  }

  /** Each outcome as a line of JSON. */
  String lines() {
    return outcomes.stream().map(Results::line).collect(Collectors.joining());
  }

  private static String line(Outcome outcome) {
    Map<String, Object> fields = new TreeMap<>();
    outcome
        .figures()
        .forEach(
            (measure, value) -> {
              if (!value.isNaN()) {
                fields.put(measure.name().toLowerCase(Locale.ROOT), value);
              }
            });
    Findings findings = outcome.findings();
    fields.put("scenario", outcome.scenario());
    fields.put("lost", findings.lost());
    fields.put("repeated", findings.repeated());
    fields.put("outOfOrder", findings.outOfOrder());
    fields.put("holes", findings.holes());
    return Json.of(fields) + "\n";
  }

  private List<Outcome> of(String scenario) {
    return outcomes.stream().filter(it -> it.scenario().equals(scenario)).toList();
  }
}
