package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.Route;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests of the nodes, held against the server's configuration and the image. */
class NodeManifestTest {

  /** So long does Open Liberty let requests go on that it has begun. */
  private static final long QUIESCE_SECONDS = 30;

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void every_setting_of_the_environment_is_one_that_the_server_knows(String overlay) {
    Manifests manifests = Manifests.of(overlay);

    Set<String> variables =
        Stream.concat(
                node(overlay).getEnv().stream().map(EnvVar::getName),
                manifests.settings().keySet().stream())
            .collect(Collectors.toSet());

    assertThat(KnownSettings.environment()).containsAll(variables);
    assertThat(variables)
        .contains("SWITCHBOARD_NODE", "DB_HOST", "DB_PASSWORD", "BROKER_HOST", "BROKER_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void the_probes_ask_for_what_the_server_answers(String overlay) {
    Nodes nodes = Nodes.of(Manifests.of(overlay));
    String scheme = overlay.equals("dev") ? null : "HTTPS";

    assertThat(nodes.probes())
        .extracting(probe -> probe.getHttpGet().getPath())
        .containsExactly("/health/started", "/health/ready", "/health/live");
    assertThat(nodes.probes())
        .extracting(probe -> probe.getHttpGet().getScheme())
        .containsOnly(scheme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void a_node_that_waits_for_its_database_is_not_ended_for_it(String overlay) {
    Probe startup = node(overlay).getStartupProbe();

    Duration patience =
        Duration.ofSeconds((long) startup.getPeriodSeconds() * startup.getFailureThreshold());

    assertThat(patience).isGreaterThan(KnownSettings.defaults().databaseWait().plusMinutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void what_the_image_writes_to_is_mounted(String overlay) {
    List<String> places =
        node(overlay).getVolumeMounts().stream()
            .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
            .map(VolumeMount::getMountPath)
            .toList();

    assertThat(places).containsExactlyInAnyOrderElementsOf(Containerfile.read().volumes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void the_memory_suffices_for_the_heap_and_half_as_much_beside_it(String overlay) {
    long requested =
        Quantity.getAmountInBytes(node(overlay).getResources().getRequests().get("memory"))
            .longValueExact();

    assertThat(requested).isGreaterThanOrEqualTo(JvmOptions.heapBytes() * 3 / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void a_node_that_is_to_end_has_time_to_say_farewell(String overlay) {
    PodSpec pod =
        Manifests.of(overlay)
            .all(Deployment.class)
            .findFirst()
            .orElseThrow()
            .getSpec()
            .getTemplate()
            .getSpec();
    long pause = pod.getContainers().get(0).getLifecycle().getPreStop().getSleep().getSeconds();

    assertThat(pause).isGreaterThanOrEqualTo(5);
    assertThat(pod.getTerminationGracePeriodSeconds())
        .isGreaterThanOrEqualTo(pause + QUIESCE_SECONDS + ServerXml.stopTimeout().toSeconds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void nodes_are_several_and_spread_and_go_one_by_one(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    Deployment deployment = manifests.only(Deployment.class);

    assertThat(manifests.only(HorizontalPodAutoscaler.class).getSpec().getMinReplicas())
        .isGreaterThanOrEqualTo(2);
    assertThat(
            manifests.only(HorizontalPodAutoscaler.class).getSpec().getScaleTargetRef().getName())
        .isEqualTo(deployment.getMetadata().getName());
    assertThat(manifests.only(PodDisruptionBudget.class).getSpec().getMaxUnavailable().getIntVal())
        .isEqualTo(1);
    assertThat(manifests.only(PodDisruptionBudget.class).getSpec().getSelector())
        .isEqualTo(deployment.getSpec().getSelector());
    assertThat(deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
        .extracting("topologyKey")
        .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    assertThat(
            deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal())
        .isZero();
  }

  @Test
  void the_route_waits_longer_than_the_server_for_requests_and_for_silent_sockets() {
    Route route = Manifests.of("dev").only(Route.class);
    Duration idle = KnownSettings.defaults().idleTimeout();

    assertThat(seconds(route, "timeout")).isGreaterThan(ServerXml.readTimeout());
    assertThat(seconds(route, "timeout-tunnel")).isGreaterThan(idle.multipliedBy(2));
  }

  private static Container node(String overlay) {
    return Nodes.of(Manifests.of(overlay)).container();
  }

  private static Duration seconds(Route route, String annotation) {
    String time =
        route.getMetadata().getAnnotations().get("haproxy.router.openshift.io/" + annotation);
    return Duration.parse("PT" + time);
  }
}
