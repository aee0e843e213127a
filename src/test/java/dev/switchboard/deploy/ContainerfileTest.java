package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContainerfileTest {

  private final Containerfile image = Containerfile.read();

  @Test
  void the_base_is_the_server_that_the_tests_run_on() throws IOException {
    String version =
        Files.readString(Path.of("pom.xml")).replaceAll("(?s).*<version.liberty>([^<]+)<.*", "$1");

    assertThat(image.all("ARG"))
        .filteredOn(argument -> argument.startsWith("RUNTIME="))
        .containsExactly(
            "RUNTIME=icr.io/appcafe/open-liberty:" + version + "-full-java17-openj9-ubi-minimal");
  }

  @Test
  void every_base_is_an_argument_of_a_version() {
    assertThat(image.all("FROM")).allMatch(base -> base.startsWith("${"));
    assertThat(image.all("ARG"))
        .allMatch(argument -> argument.matches("\\w+=\\S+:\\d+\\.\\d+\\S*"));
  }

  @Test
  void it_runs_as_a_user_of_group_0_who_is_not_root() {
    assertThat(image.last("USER")).matches("[1-9]\\d*:0");
  }

  @Test
  void its_port_is_the_server_s() {
    assertThat(image.last("EXPOSE")).isEqualTo(ServerXml.variables().get("HTTP_PORT"));
  }

  @Test
  void no_shell_stands_between_the_server_and_a_signal() {
    assertThat(Containerfile.words(image.last("ENTRYPOINT")))
        .containsExactly("/opt/ol/wlp/bin/server", "run", "defaultServer");
    assertThat(image.all("RUN")).allMatch(command -> command.startsWith("["));
  }

  @Test
  void what_it_takes_from_the_project_is_there() {
    Stream<String> sources =
        image.all("COPY").stream()
            .filter(copy -> !copy.startsWith("--from"))
            .flatMap(copy -> Stream.of(copy.split(" ", -1)).limit(copy.split(" ", -1).length - 1));

    assertThat(sources).isNotEmpty().allMatch(source -> Files.exists(Path.of(source)));
  }

  @Test
  void its_log_is_json_on_the_console() {
    assertThat(List.of(image.last("ENV").split("\\s+", -1)))
        .contains("WLP_LOGGING_CONSOLE_FORMAT=JSON")
        .allMatch(variable -> KnownSettings.environment().contains(variable.split("=", 2)[0]));
  }
}
