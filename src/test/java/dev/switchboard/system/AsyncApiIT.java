package dev.switchboard.system;

import static java.util.regex.Pattern.DOTALL;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of frames and destinations says what is there, and nothing else. */
class AsyncApiIT {

  private static final String DEAD = ".dead";

  private final Account ann = Accounts.fresh();

  @Test
  void every_address_of_the_broker_is_described() throws Exception {
    Set<String> described = found("^    address: (switchboard\\..*)$");

    assertThat(described).isEqualTo(without(DEAD, Destinations.addresses()));
  }

  @Test
  void every_address_that_the_server_uses_is_there() throws Exception {
    assertThat(found("^    address: (.*)$")).containsAll(Destinations.used());
    assertThat(Destinations.addresses()).containsAll(Destinations.used());
  }

  @Test
  void every_queue_of_dead_letters_is_described() throws Exception {
    Set<String> queues = Destinations.queues();

    assertThat(found("^          - (switchboard\\..*)$")).isEqualTo(without(DEAD, queues));
    assertThat(queues)
        .containsAll(without(DEAD, queues).stream().map(name -> name + DEAD).toList());
    assertThat(description()).contains("address: '{queue}" + DEAD + "'");
  }

  @Test
  void every_action_of_the_socket_is_described() throws Exception {
    assertThat(actions()).isEqualTo(actionsOfTheSources());
  }

  private static Set<String> actionsOfTheSources() throws IOException {
    Pattern name =
        Pattern.compile("implements Action .*String name\\(\\) \\{\\s+return \"(\\w+)\"", DOTALL);
    return sources()
        .flatMap(source -> name.matcher(source).results())
        .map(result -> result.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /** The text of each class. */
  private static Stream<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(Files::isRegularFile).map(AsyncApiIT::read).toList().stream();
    }
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Set<String> actions() {
    return found("^              action:\\n                const: (.*)$");
  }

  @ParameterizedTest
  @MethodSource("actions")
  void every_action_that_is_described_is_known(String action) {
    try (Socket socket = ann.connect()) {
      assertThat(socket.ask(Map.of("action", action)).getString("code", ""))
          .isNotEqualTo("unknownAction");
    }
  }

  @Test
  void a_frame_that_is_not_described_is_noticed_wherever_it_comes() {
    assertThat(DescribedFrames.knows(JsonText.object("{\"type\":\"welcome\"}"))).isTrue();
    assertThat(DescribedFrames.knows(JsonText.object("{\"type\":\"farewell\"}"))).isFalse();
  }

  @Test
  void every_frame_that_is_described_is_named_in_the_sources() throws IOException {
    String sources = sources().collect(joining());

    assertThat(DescribedFrames.types())
        .hasSizeGreaterThan(10)
        .filteredOn(type -> !sources.contains('"' + type + '"'))
        .isEmpty();
  }

  @Test
  void every_reference_leads_somewhere() {
    Set<String> references = found("\\$ref: '#/components/([^']+)'");

    assertThat(references)
        .allSatisfy(
            reference -> {
              String[] path = reference.split("/", 2);
              assertThat(section(path[0])).contains("\n    " + path[1] + ":\n");
            });
  }

  private static String section(String name) {
    String text = description();
    int start = text.indexOf("\n  " + name + ":\n", text.indexOf("\ncomponents:\n"));
    assertThat(start).as(name).isPositive();
    return text.substring(start);
  }

  private static Set<String> without(String suffix, Set<String> names) {
    return names.stream()
        .filter(name -> !name.endsWith(suffix))
        .collect(toCollection(TreeSet::new));
  }

  private static Set<String> found(String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(description())
        .results()
        .map(result -> result.group(1))
        .collect(toCollection(TreeSet::new));
  }

  private static String description() {
    Answer answer = Switchboard.underTest().anonymous().outside("GET", "/asyncapi.yaml").send();
    assertThat(answer.status()).isEqualTo(200);
    return answer.text();
  }
}
