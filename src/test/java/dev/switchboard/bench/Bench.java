package dev.switchboard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the scenarios in turns, round by round, against a server of its own or one that runs. */
public final class Bench {
  private final Choice choice = new Choice();
  private final List<Scenario> scenarios = choice.scenarios();
  private final Results results = new Results();

  private Bench() {}

  /** The exit code tells whether every run was whole. */
  public static void main(String[] args) {
    System.exit(succeeds() ? 0 : 1);
  }

  private static boolean succeeds() {
    try {
      Bench bench = new Bench();
      bench.choice.url().ifPresentOrElse(bench::measure, bench::measureOwn);
      bench.report();
      return bench.results.areWhole();
    } catch (BenchException e) {
      System.out.printf("%n%s%n", e.getMessage());
      return false;
    }
  }

  private void measureOwn() {
    Path directory = choice.output().resolve("server");
    System.out.println("Starting a server to measure, in " + directory);
    try (OwnServer server = OwnServer.in(directory)) {
      measure(new Ground(server.url(), choice, Processes.in(directory)));
    }
  }

  private void measure(URI url) {
    Processes processes = choice.data().map(Processes::in).orElseGet(Processes::unknown);
    measure(new Ground(url, choice, processes));
  }

  private void measure(Ground ground) {
    System.out.println("Warming the server up");
    Scenarios.mixture().forEach(it -> it.run(ground, choice.prewarming()));
    for (int round = 1; round <= choice.rounds(); round++) {
      for (Scenario scenario : scenarios) {
        run(scenario, ground, round);
      }
    }
  }

  private void run(Scenario scenario, Ground ground, int round) {
    System.out.printf("Round %d of %d: %s%n", round, choice.rounds(), scenario.name());
    try {
      results.add(scenario.run(ground, choice.timing()));
    } catch (BenchException e) {
      System.out.println("  failed: " + e.getMessage());
      results.addFailure(scenario.name(), String.valueOf(e.getMessage()));
    }
  }

  private void report() {
    String report = Report.of(results);
    System.out.println("\n" + report);
    write("results.md", report);
    write("results.jsonl", results.lines());
    Plots.of(results).forEach(this::write);
    System.out.println("Tables, figures and plots are in " + choice.output());
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(choice.output());
      Files.writeString(choice.output().resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
