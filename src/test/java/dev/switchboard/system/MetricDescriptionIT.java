package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The metrics that are shown, that operators read of, and that alarms ask for, are the same. */
class MetricDescriptionIT {

  private static final Pattern OURS = Pattern.compile("switchboard_[a-z_]+");

  /** A line with labels is shown from the first time that it counts. */
  @BeforeEach
  void do_something_that_is_counted() {
    Account ann = Accounts.fresh();
    Board.of(ann).filled(1);
    ann.connect().close();
  }

  @Test
  void what_alarms_ask_for_is_shown() throws IOException {
    Set<String> asked = ours("docs/prometheus-alerts.yaml");

    assertThat(asked).isNotEmpty();
    patiently().untilAsserted(() -> assertThat(Scrape.now().names()).containsAll(asked));
  }

  @Test
  void what_is_shown_is_described() throws IOException {
    List<String> described = described().map(Described::name).toList();

    assertThat(Scrape.now().names())
        .filteredOn(name -> name.startsWith("switchboard_"))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(described).contains(name.replaceFirst("_(bucket|count|sum|max)$", "")));
  }

  @Test
  void what_is_described_is_shown_by_its_type_and_labels() throws IOException {
    List<Described> described = described().toList();

    assertThat(described).hasSizeGreaterThan(10);
    patiently()
        .untilAsserted(() -> assertThat(described).allSatisfy(row -> row.assertIn(Scrape.now())));
  }

  /** A row of the table of metrics. */
  private record Described(String name, String type, Set<String> labels) {
    private static final Pattern ROW =
        Pattern.compile("^\\| `(switchboard_\\w+)` \\| (\\w+) \\|([^|]*)\\|", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("`(\\w+)`");

    static Described of(MatchResult row) {
      Set<String> labels =
          LABEL
              .matcher(row.group(3))
              .results()
              .map(label -> label.group(1))
              .collect(Collectors.toSet());
      return new Described(row.group(1), row.group(2), labels);
    }

    void assertIn(Scrape scrape) {
      assertThat(scrape.text().lines()).as(name).contains("# TYPE " + name + " " + type);
      assertThat(scrape.labels(name)).as(name).isEqualTo(labels);
    }
  }

  private static Stream<Described> described() throws IOException {
    return Described.ROW
        .matcher(Files.readString(Path.of("docs/operations.md")))
        .results()
        .map(Described::of);
  }

  private static Set<String> ours(String file) throws IOException {
    return OURS.matcher(Files.readString(Path.of(file)))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
