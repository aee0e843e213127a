package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** {@code docker/compose.yaml}, held against the image and the server's configuration. */
class ComposeTest {

  private static final Path FOLDER = Path.of("docker");

  private final Map<String, Map<String, Object>> services = services();

  @Test
  void every_image_is_of_a_version_but_the_one_that_is_built() {
    assertThat(services.values())
        .filteredOn(service -> !service.containsKey("build"))
        .extracting(service -> service.get("image"))
        .isNotEmpty()
        .allMatch(image -> image.toString().matches("\\S+/\\S+:\\d+\\.\\d+\\S*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"node-1", "node-2"})
  void a_node_gets_settings_that_the_server_knows(String node) {
    assertThat(KnownSettings.environment()).containsAll(environment(node).keySet());
    assertThat(environment(node)).containsEntry("SWITCHBOARD_NODE", node);
  }

  @ParameterizedTest
  @ValueSource(strings = {"node-1", "node-2"})
  void a_node_writes_only_where_the_image_does(String node) {
    List<String> places =
        list(node, "tmpfs").stream().map(place -> place.replaceAll(":.*", "")).toList();

    assertThat(service(node)).containsEntry("read_only", true);
    assertThat(service(node)).containsEntry("cap_drop", List.of("ALL"));
    assertThat(places).containsExactlyInAnyOrderElementsOf(Containerfile.read().volumes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"node-1", "node-2"})
  void a_node_has_time_to_end(String node) {
    Duration grace = Duration.parse("PT" + service(node).get("stop_grace_period"));

    assertThat(grace).isGreaterThan(ServerXml.stopTimeout().plusSeconds(30));
  }

  @Test
  void no_service_may_do_more_than_it_has_to() {
    assertThat(services.values())
        .allSatisfy(
            service ->
                assertThat(service)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"))
                    .containsKey("mem_limit"));
  }

  @Test
  void no_secret_is_in_clear() {
    assertThat(services.keySet().stream().flatMap(name -> environment(name).entrySet().stream()))
        .filteredOn(variable -> variable.getKey().matches(".*(PASSWORD|KEY)"))
        .isNotEmpty()
        .allMatch(variable -> variable.getValue().toString().startsWith("${"));
  }

  @Test
  void the_proxy_asks_the_nodes_at_their_port_whether_they_are_ready() throws IOException {
    String port = ServerXml.variables().get("HTTP_PORT");

    assertThat(environment("proxy"))
        .containsEntry("NODE_1", "node-1:" + port)
        .containsEntry("NODE_2", "node-2:" + port);
    assertThat(Files.readString(FOLDER.resolve("haproxy.cfg")))
        .contains("uri /health/ready", "\"${NODE_1}\"", "\"${NODE_2}\"");
  }

  @Test
  void what_is_mounted_is_there() {
    Stream<String> files =
        services.keySet().stream()
            .flatMap(service -> list(service, "volumes").stream())
            .filter(volume -> volume.startsWith("."))
            .map(volume -> volume.replaceAll(":.*", ""));

    assertThat(files).hasSize(3).allMatch(file -> Files.exists(FOLDER.resolve(file)));
  }

  @Test
  void the_broker_s_configuration_knows_what_is_said_to_it() throws IOException {
    String configuration = Files.readString(Path.of("liberty", "broker.xml"));
    Stream<String> properties =
        Arrays.stream(
                environment("broker")
                    .getOrDefault("JAVA_ARGS_APPEND", "")
                    .toString()
                    .split(" ", -1))
            .map(argument -> argument.replaceAll("-D([^=]+)=.*", "\\${$1:"));

    assertThat(properties).hasSize(3).allMatch(configuration::contains);
  }

  @Test
  void what_the_broker_makes_anew_at_its_start_may_be_run() {
    assertThat(list("broker", "tmpfs"))
        .singleElement()
        .satisfies(place -> assertThat(place.split("[:,]", -1)).contains("exec"));
  }

  @Test
  void identity_comes_only_when_asked_for() {
    assertThat(list("identity", "profiles")).containsExactly("identity");
    assertThat(services.keySet().stream().filter(it -> !it.equals("identity")))
        .allMatch(it -> list(it, "profiles").isEmpty());
  }

  private Map<String, Object> service(String name) {
    return services.getOrDefault(name, Map.of());
  }

  @SuppressWarnings("unchecked") // the file's form
  private Map<String, Object> environment(String service) {
    return (Map<String, Object>) service(service).getOrDefault("environment", Map.of());
  }

  @SuppressWarnings("unchecked") // the file's form
  private List<String> list(String service, String name) {
    return (List<String>) service(service).getOrDefault(name, List.of());
  }

  private static Map<String, Map<String, Object>> services() {
    try {
      Map<String, Map<String, Map<String, Object>>> file =
          new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
      return file.getOrDefault("services", Map.of());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
