package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.openshift.api.model.Route;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Router, monitoring and probes come to the one port at which the server listens. */
class PortsTest {

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void the_port_is_the_server_s(String overlay) {
    String served =
        overlay.equals("dev")
            ? ServerXml.variables().get("HTTP_PORT")
            : ServerXml.https().getAttribute("httpsPort");

    assertThat(nodes(overlay).port().getContainerPort()).asString().isEqualTo(served);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void the_probes_ask_there(String overlay) {
    Nodes nodes = nodes(overlay);

    assertThat(nodes.probes())
        .extracting(probe -> probe.getHttpGet().getPort())
        .hasSize(3)
        .allMatch(nodes::listenAt);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod"})
  void the_service_leads_there(String overlay) {
    ServicePort port = service(overlay);

    assertThat(nodes(overlay).listenAt(port.getTargetPort())).isTrue();
    assertThat(port.getPort()).isEqualTo(nodes(overlay).port().getContainerPort());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "operator"})
  void the_way_in_and_the_monitoring_name_the_service_s_port(String overlay) {
    Manifests manifests = Manifests.of(overlay);
    String name =
        overlay.equals("operator") ? nodes(overlay).port().getName() : service(overlay).getName();

    assertThat(Stream.concat(routes(manifests), ingresses(manifests))).containsExactly(name);
    assertThat(manifests.only(ServiceMonitor.class).getSpec().getEndpoints())
        .singleElement()
        .satisfies(endpoint -> assertThat(endpoint.getPort()).isEqualTo(name));
  }

  private static Stream<String> routes(Manifests manifests) {
    return manifests
        .all(Route.class)
        .map(route -> route.getSpec().getPort().getTargetPort().getStrVal());
  }

  private static Stream<String> ingresses(Manifests manifests) {
    return manifests
        .all(Ingress.class)
        .flatMap(ingress -> ingress.getSpec().getRules().stream())
        .flatMap(rule -> rule.getHttp().getPaths().stream())
        .map(path -> path.getBackend().getService().getPort().getName());
  }

  private static ServicePort service(String overlay) {
    return Manifests.of(overlay)
        .all(Service.class)
        .filter(it -> it.getMetadata().getName().equals("switchboard"))
        .flatMap(it -> it.getSpec().getPorts().stream())
        .findFirst()
        .orElseThrow();
  }

  private static Nodes nodes(String overlay) {
    return Nodes.of(Manifests.of(overlay));
  }
}
