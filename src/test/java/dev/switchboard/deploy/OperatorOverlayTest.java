package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ProbeBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The nodes of the Open Liberty operator are those of production. */
class OperatorOverlayTest {

  private static final String LOGGING = "WLP_LOGGING_";

  private final LibertyApplication application =
      Manifests.of("operator").only(LibertyApplication.class);
  private final Deployment deployment = Manifests.of("prod").only(Deployment.class);
  private final PodSpec pod = deployment.getSpec().getTemplate().getSpec();
  private final Container node = pod.getContainers().get(0);
  private final Container operated = application.container();

  @Test
  void they_are_told_the_same() {
    assertThat(operated.getImage()).isEqualTo(node.getImage());
    assertThat(operated.getEnvFrom()).isEqualTo(node.getEnvFrom()).isNotEmpty();
    assertThat(operated.getEnv())
        .filteredOn(variable -> !variable.getName().startsWith(LOGGING))
        .containsExactlyInAnyOrderElementsOf(node.getEnv());
  }

  @Test
  void their_log_is_the_image_s_for_the_operator_would_make_it_another() {
    Stream<String> image =
        Stream.of(Containerfile.read().last("ENV").split("\\s+", -1))
            .filter(variable -> variable.startsWith(LOGGING));

    assertThat(operated.getEnv())
        .extracting(variable -> variable.getName() + "=" + variable.getValue())
        .contains(image.toArray(String[]::new));
  }

  @Test
  void they_have_the_same_files() {
    assertThat(operated.getVolumeMounts())
        .containsExactlyInAnyOrderElementsOf(node.getVolumeMounts());
    assertThat(application.spec().volumes()).containsExactlyInAnyOrderElementsOf(pod.getVolumes());
  }

  @Test
  void they_may_take_and_do_the_same() {
    SecurityContext context = node.getSecurityContext();
    context.setRunAsNonRoot(pod.getSecurityContext().getRunAsNonRoot());
    context.setSeccompProfile(pod.getSecurityContext().getSeccompProfile());

    assertThat(operated.getResources()).isEqualTo(node.getResources());
    assertThat(operated.getSecurityContext()).isEqualTo(context);
    assertThat(context.getRunAsNonRoot()).isTrue();
    assertThat(application.spec().serviceAccount())
        .isEqualTo(
            new LibertyApplication.Account(
                pod.getServiceAccountName(), pod.getAutomountServiceAccountToken()));
  }

  @Test
  void they_are_as_patiently_probed_and_as_widely_spread() {
    assertThat(probes(operated)).isEqualTo(probes(node));
    assertThat(application.spec().topologySpreadConstraints().constraints())
        .isEqualTo(pod.getTopologySpreadConstraints());
  }

  /** Its probes; that the port is the nodes', by name or number, is tested elsewhere. */
  private static List<Probe> probes(Container container) {
    return Stream.of(
            container.getStartupProbe(),
            container.getReadinessProbe(),
            container.getLivenessProbe())
        .map(probe -> new ProbeBuilder(probe).editHttpGet().withNewPort(0).endHttpGet().build())
        .toList();
  }
}
