package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The databases of the overlays, held against the nodes. */
class DatabaseTest {

  /** So many PostgreSQL keeps for those who look after it. */
  private static final int RESERVED = 3;

  private static final String MOST = "max_connections";

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void it_has_connections_for_every_node_there_can_be(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    Nodes nodes = Nodes.of(manifests);

    assertThat(connections(manifests))
        .isGreaterThanOrEqualTo(
            (nodes.most() + nodes.surge()) * ServerXml.databaseConnections() + RESERVED);
  }

  /** A cluster's arbitrary user has no account in the image whose name could be taken. */
  @Test
  void the_probe_says_who_asks() {
    assertThat(inside(Manifests.of("dev")))
        .singleElement()
        .satisfies(
            database ->
                assertThat(database.getReadinessProbe().getExec().getCommand())
                    .containsSubsequence("pg_isready", "-U", "switchboard"));
  }

  private static int connections(Manifests manifests) {
    return Stream.concat(
            manifests
                .all(DatabaseCluster.class)
                .map(it -> it.spec().postgresql().parameters().getOrDefault(MOST, "100")),
            inside(manifests).map(DatabaseTest::argument))
        .map(Integer::valueOf)
        .findFirst()
        .orElseThrow();
  }

  private static String argument(Container database) {
    return database.getArgs().stream()
        .filter(argument -> argument.startsWith(MOST + "="))
        .map(argument -> argument.substring(MOST.length() + 1))
        .findFirst()
        .orElse("100");
  }

  private static Stream<Container> inside(Manifests manifests) {
    return manifests.containers().filter(container -> container.getName().equals("postgresql"));
  }
}
