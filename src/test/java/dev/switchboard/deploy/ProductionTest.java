package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.openshift.api.model.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** The overlay for production: what operators make has the names by which it is used. */
class ProductionTest {

  private final Manifests manifests = Manifests.of("prod");
  private final Map<String, String> settings = manifests.settings();
  private final ArtemisBroker broker = manifests.only(ArtemisBroker.class);
  private final ArtemisBroker.Acceptor acceptor = broker.spec().acceptors().get(0);
  private final DatabaseCluster database = manifests.only(DatabaseCluster.class);

  @Test
  void the_database_is_verified_and_has_the_name_that_its_operator_gives_it() {
    String name = database.metadata().getName();

    assertThat(settings)
        .containsEntry("DB_HOST", name + "-rw")
        .containsEntry("DB_SSL_MODE", "verify-full");
    assertThat(secretAt(settings.get("DB_CA_FILE"))).isEqualTo(name + "-ca");
    assertThat(secrets()).contains(name + "-app");
  }

  @Test
  void the_database_is_the_one_that_the_server_asks_for() {
    DatabaseCluster.Initdb made = database.spec().bootstrap().initdb();

    assertThat(made.database()).isEqualTo(ServerXml.variables().get("DB_NAME"));
    assertThat(database.spec().instances()).isGreaterThanOrEqualTo(3);
    assertThat(database.spec().postgresql().synchronous().dataDurability()).isEqualTo("required");
  }

  @Test
  void the_broker_is_verified_and_has_the_name_that_its_operator_gives_it() {
    String name = broker.metadata().getName();

    assertThat(settings)
        .containsEntry("BROKER_HOST", name + "-" + acceptor.name() + "-0-svc")
        .containsEntry("BROKER_PORT", String.valueOf(acceptor.port()))
        .containsEntry("BROKER_TLS", "true");
    assertThat(secrets()).contains(name + "-credentials-secret");
    assertThat(certificate(acceptor.sslSecret()).dnsNames()).contains(settings.get("BROKER_HOST"));
    assertThat(acceptor.sslEnabled()).isTrue();
  }

  @Test
  void there_is_one_broker_whose_journal_stays() {
    assertThat(broker.spec().deploymentPlan().size()).isEqualTo(1);
    assertThat(broker.spec().deploymentPlan().clustered()).isFalse();
    assertThat(broker.spec().deploymentPlan().persistenceEnabled()).isTrue();
    assertThat(broker.spec().deploymentPlan().requireLogin()).isTrue();
  }

  @Test
  void the_broker_s_operator_may_write_into_the_image_but_no_more() {
    SecurityContext context = broker.spec().deploymentPlan().containerSecurityContext();

    assertThat(context.getReadOnlyRootFilesystem()).isNull();
    assertThat(context.getAllowPrivilegeEscalation()).isFalse();
    assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
    assertThat(broker.spec().deploymentPlan().podSecurityContext().getRunAsNonRoot()).isTrue();
  }

  @Test
  void one_authority_signs_what_nodes_and_broker_show() {
    Certificate.Spec node = certificate(secretAt(settings.get("BROKER_CA_FILE")));

    assertThat(node.issuerRef()).isEqualTo(certificate(acceptor.sslSecret()).issuerRef());
  }

  @Test
  void a_node_serves_https_alone_at_the_port_that_is_named() {
    Element https = ServerXml.root(Path.of("openshift", "overlays", "prod", "https.xml"));
    Element endpoint = ServerXml.https();
    Element store = (Element) https.getElementsByTagName("keyStore").item(0);

    assertThat(endpoint.getAttribute("httpPort")).isEqualTo("-1");
    assertThat(node().getContainers().get(0).getPorts())
        .singleElement()
        .satisfies(
            port ->
                assertThat(endpoint.getAttribute("httpsPort"))
                    .isEqualTo(String.valueOf(port.getContainerPort())));
    assertThat(certificate(secretAt(store.getAttribute("location"))).keystores()).isNotNull();
  }

  @Test
  void the_way_in_is_encrypted_to_the_node_and_as_patient_as_the_route() {
    Map<String, String> annotations = manifests.only(Ingress.class).getMetadata().getAnnotations();

    assertThat(manifests.all(Route.class)).isEmpty();
    assertThat(annotations)
        .containsEntry("route.openshift.io/termination", "reencrypt")
        .containsAllEntriesOf(Manifests.of("dev").only(Route.class).getMetadata().getAnnotations());
    assertThat(
            certificate(annotations.get("route.openshift.io/destination-ca-certificate-secret"))
                .isCA())
        .isTrue();
  }

  private Certificate.Spec certificate(@Nullable String secret) {
    return manifests
        .all(Certificate.class)
        .map(Certificate::spec)
        .filter(spec -> spec.secretName().equals(secret))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no certificate in " + secret));
  }

  /** The secret that is mounted where the file is. */
  private String secretAt(@Nullable String file) {
    String folder = String.valueOf(file).replaceAll("/[^/]*$", "");
    String volume =
        node().getContainers().get(0).getVolumeMounts().stream()
            .filter(mount -> mount.getMountPath().equals(folder))
            .map(VolumeMount::getName)
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing is mounted at " + folder));
    return node().getVolumes().stream()
        .filter(it -> it.getName().equals(volume))
        .map(Volume::getSecret)
        .findFirst()
        .orElseThrow()
        .getSecretName();
  }

  private List<String> secrets() {
    return node().getContainers().get(0).getEnv().stream()
        .filter(it -> it.getValueFrom() != null && it.getValueFrom().getSecretKeyRef() != null)
        .map(it -> it.getValueFrom().getSecretKeyRef().getName())
        .toList();
  }

  private PodSpec node() {
    return manifests.only(Deployment.class).getSpec().getTemplate().getSpec();
  }
}
