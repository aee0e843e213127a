package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.deploy.NetworkPolicies.Pod;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has to reach whom does, and nobody else. */
class NetworkPolicyTest {

  private static final Pod STRANGER = Pod.inside(Map.of("app.kubernetes.io/name", "another"));
  private static final Pod FAR = new Pod(Map.of("kubernetes.io/metadata.name", "far"), Map.of());
  private static final Pod DNS =
      new Pod(Map.of("kubernetes.io/metadata.name", "openshift-dns"), Map.of());
  private static final Pod MONITORING =
      new Pod(Map.of("network.openshift.io/policy-group", "monitoring"), Map.of());

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void the_nodes_reach_the_database_and_nobody_else_does(String overlay) {
    Site site = Site.of(overlay);

    assertThat(site.policies().let(site.node(), site.database(), site.databasePort())).isTrue();
    assertThat(Stream.of(STRANGER, FAR, site.broker()))
        .noneMatch(from -> site.policies().let(from, site.database(), site.databasePort()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void the_nodes_reach_the_broker_and_nobody_else_does(String overlay) {
    Site site = Site.of(overlay);

    assertThat(site.policies().let(site.node(), site.broker(), site.brokerPort())).isTrue();
    assertThat(Stream.of(STRANGER, FAR, site.database()))
        .noneMatch(from -> site.policies().let(from, site.broker(), site.brokerPort()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void the_nodes_may_look_up_names_and_ask_for_an_identity_provider_s_keys(String overlay) {
    Site site = Site.of(overlay);

    assertThat(Stream.of(port("UDP", 5353), port("TCP", 5353)))
        .allMatch(port -> site.policies().let(site.node(), DNS, port));
    assertThat(site.policies().let(site.node(), FAR, port("TCP", 443))).isTrue();
    assertThat(site.policies().let(site.node(), FAR, port("TCP", 80))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingress", "host-network"})
  void the_router_reaches_the_nodes_wherever_it_is(String group) {
    Pod router = new Pod(Map.of("policy-group.network.openshift.io/" + group, ""), Map.of());

    assertThat(Stream.of("dev", "prod", "operator").map(Site::of))
        .allMatch(site -> site.policies().let(router, site.node(), site.nodePort()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void the_monitoring_reaches_the_nodes_and_nobody_else_does(String overlay) {
    Site site = Site.of(overlay);

    assertThat(site.policies().let(MONITORING, site.node(), site.nodePort())).isTrue();
    assertThat(Stream.of(STRANGER, FAR, site.node(), site.database(), site.broker()))
        .noneMatch(from -> site.policies().let(from, site.node(), site.nodePort()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"activemq-artemis-operator", "arkmq-org-broker-operator"})
  void the_broker_s_operator_reaches_it_by_its_older_name_and_its_newer(String name) {
    Pod operator = new Pod(FAR.namespace(), Map.of("name", name));

    assertThat(Stream.of("prod", "operator").map(Site::of))
        .allMatch(site -> site.policies().let(operator, site.broker(), port("TCP", 8161)))
        .allMatch(site -> site.policies().let(operator, site.broker(), port("TCP", 8778)))
        .noneMatch(site -> site.policies().let(operator, site.broker(), site.brokerPort()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prod", "operator"})
  void the_database_s_operator_reaches_it_and_its_instances_each_other(String overlay) {
    Site site = Site.of(overlay);
    Pod operator = new Pod(FAR.namespace(), Map.of("app.kubernetes.io/name", "cloudnative-pg"));

    assertThat(Stream.of(operator, site.database()))
        .allMatch(from -> site.policies().let(from, site.database(), port("TCP", 8000)))
        .allMatch(from -> site.policies().let(from, site.database(), site.databasePort()));
  }

  private static ContainerPort port(String protocol, int number) {
    return new ContainerPort(number, null, null, String.valueOf(number), protocol);
  }

  /** The pods of an overlay, and the ports by which the nodes call them. */
  private record Site(
      NetworkPolicies policies,
      Pod node,
      ContainerPort nodePort,
      Pod database,
      ContainerPort databasePort,
      Pod broker,
      ContainerPort brokerPort) {

    static Site of(String overlay) {
      Manifests manifests = Manifests.of(overlay);
      Nodes nodes = Nodes.of(manifests);
      return new Site(
          NetworkPolicies.of(manifests),
          Pod.inside(nodes.labels()),
          named(nodes.port().getName(), nodes.port().getContainerPort()),
          overlay.equals("dev") ? set(manifests, "switchboard-database") : cluster(manifests),
          number(manifests, "DB_PORT"),
          overlay.equals("dev") ? set(manifests, "switchboard-broker") : operated(manifests),
          number(manifests, "BROKER_PORT"));
    }

    private static ContainerPort number(Manifests manifests, String variable) {
      String standard = ServerXml.variables().getOrDefault(variable, "");
      String said = manifests.settings().getOrDefault(variable, standard);
      return named(said, Integer.parseInt(said));
    }

    private static ContainerPort named(String name, int number) {
      return new ContainerPort(number, null, null, name, "TCP");
    }

    private static Pod set(Manifests manifests, String name) {
      return manifests
          .all(StatefulSet.class)
          .filter(set -> set.getMetadata().getName().equals(name))
          .map(set -> Pod.inside(set.getSpec().getTemplate().getMetadata().getLabels()))
          .findFirst()
          .orElseThrow();
    }

    private static Pod cluster(Manifests manifests) {
      String name = manifests.only(DatabaseCluster.class).metadata().getName();
      return Pod.inside(Map.of("cnpg.io/cluster", name));
    }

    private static Pod operated(Manifests manifests) {
      String name = manifests.only(ArtemisBroker.class).metadata().getName();
      return Pod.inside(Map.of("ActiveMQArtemis", name));
    }
  }
}
