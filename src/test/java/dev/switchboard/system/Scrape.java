package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code /metrics} says at a time. */
record Scrape(String text) {

  private static final Pattern LINE =
      Pattern.compile("^(\\w+)(?:\\{([^}]*)})? (\\S+)", Pattern.MULTILINE);

  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
  private static final Set<String> ADDED = Set.of("mp_scope", "le");

  /** Of the installation under test. */
  static Scrape now() {
    return of(Switchboard.underTest());
  }

  static Scrape of(Switchboard home) {
    Answer answer =
        home.anonymous().outside("GET", "/metrics").header("Accept", "text/plain").send();
    assertThat(answer.status()).isEqualTo(200);
    return new Scrape(answer.text());
  }

  /** The sum of the lines of that name which have all these labels; 0 where there is none. */
  double value(String name, String... labels) {
    return LINE.matcher(text)
        .results()
        .filter(line -> line.group(1).equals(name) && hasAll(line, labels))
        .mapToDouble(line -> Double.parseDouble(line.group(3)))
        .sum();
  }

  /** By how much that has grown since. */
  double growth(Scrape before, String name, String... labels) {
    return value(name, labels) - before.value(name, labels);
  }

  private static boolean hasAll(MatchResult line, String... labels) {
    return labels.length == 0 || Arrays.stream(labels).allMatch(line.group(2)::contains);
  }

  /** The labels of a metric, without those that the server adds and that of a histogram's parts. */
  Set<String> labels(String name) {
    return LINE.matcher(text)
        .results()
        .filter(line -> line.group(1).matches(name + "(_bucket|_count|_sum|_max)?"))
        .flatMap(line -> LABEL.matcher(Objects.requireNonNullElse(line.group(2), "")).results())
        .map(label -> label.group(1))
        .filter(label -> !ADDED.contains(label))
        .collect(Collectors.toSet());
  }

  /** The names of all lines. */
  Set<String> names() {
    return LINE.matcher(text).results().map(line -> line.group(1)).collect(Collectors.toSet());
  }
}
