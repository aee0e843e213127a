package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every overlay promises. Each is read strictly: a field that its kind does not know fails.
 */
class OverlayTest {

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void every_resource_is_in_the_namespace_and_belongs_to_the_product(String overlay) {
    List<JsonNode> documents = Manifests.of(overlay).documents();

    assertThat(documents)
        .isNotEmpty()
        .allSatisfy(
            document -> {
              JsonNode metadata = document.path("metadata");
              assertThat(metadata.path("namespace").asText()).isEqualTo("switchboard");
              assertThat(metadata.path("labels").path("app.kubernetes.io/part-of").asText())
                  .isEqualTo("switchboard");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void every_container_says_what_it_needs_and_what_it_may_take(String overlay) {
    assertThat(containers(overlay))
        .isNotEmpty()
        .allSatisfy(
            container -> {
              assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
              assertThat(container.getResources().getLimits()).containsKeys("cpu", "memory");
              assertThat(bytes(container.getResources().getRequests()))
                  .isLessThanOrEqualTo(bytes(container.getResources().getLimits()));
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void every_container_is_probed(String overlay) {
    assertThat(containers(overlay))
        .allSatisfy(
            container -> {
              assertThat(container.getReadinessProbe()).isNotNull();
              assertThat(container.getLivenessProbe()).isNotNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void no_container_may_do_more_than_the_restricted_policy_lets_it(String overlay) {
    assertThat(containers(overlay).map(Container::getSecurityContext))
        .allSatisfy(
            context -> {
              assertThat(context.getAllowPrivilegeEscalation()).isFalse();
              assertThat(context.getReadOnlyRootFilesystem()).isTrue();
              assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
              assertThat(context.getCapabilities().getAdd()).isEmpty();
              assertThat(context.getPrivileged()).isNull();
              assertThat(context.getRunAsUser()).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void no_pod_runs_as_root_or_has_a_token_of_the_cluster(String overlay) {
    assertThat(Manifests.of(overlay).pods())
        .isNotEmpty()
        .allSatisfy(
            pod -> {
              PodSecurityContext context = pod.getSecurityContext();
              assertThat(context.getRunAsNonRoot()).isTrue();
              assertThat(context.getRunAsUser()).isNull();
              assertThat(context.getFsGroup()).isNull();
              assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
              assertThat(pod.getAutomountServiceAccountToken()).isFalse();
              assertThat(pod.getHostNetwork()).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void every_image_is_of_a_version(String overlay) {
    Stream<String> images =
        Manifests.of(overlay).documents().stream()
            .flatMap(
                document ->
                    Stream.of("image", "imageName", "applicationImage")
                        .flatMap(name -> document.findValuesAsText(name).stream()));

    assertThat(images).isNotEmpty().allMatch(image -> image.matches("\\S+/\\S+:\\d+\\.\\d+\\S*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void no_secret_is_in_clear(String overlay) {
    Manifests manifests = Manifests.of(overlay);

    assertThat(manifests.documents()).noneMatch(it -> it.path("kind").asText().equals("Secret"));
    assertThat(containers(overlay).flatMap(container -> container.getEnv().stream()))
        .filteredOn(variable -> isSecret(variable.getName()))
        .isNotEmpty()
        .allMatch(variable -> variable.getValue() == null && isReference(variable));
    assertThat(manifests.settings().keySet()).noneMatch(OverlayTest::isSecret);
  }

  /** Whether the name tells of something to be kept; a name of a file does not. */
  private static boolean isSecret(String name) {
    return name.toUpperCase(Locale.ROOT).matches(".*(PASSWORD|PRIVATE_KEY|TOKEN|SECRET)");
  }

  private static boolean isReference(EnvVar variable) {
    return variable.getValueFrom().getSecretKeyRef() != null;
  }

  private static Stream<Container> containers(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    return Stream.concat(
        manifests.containers(),
        manifests.all(LibertyApplication.class).map(LibertyApplication::container));
  }

  private static long bytes(Map<String, Quantity> resources) {
    return Quantity.getAmountInBytes(resources.get("memory")).longValueExact();
  }
}
