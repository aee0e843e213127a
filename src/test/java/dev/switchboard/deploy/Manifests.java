package dev.switchboard.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.Route;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an overlay sends to the cluster, each document read strictly into the type of its kind. */
record Manifests(List<JsonNode> documents, List<Object> resources) {

  private static final Map<String, Class<?>> TYPES =
      Map.ofEntries(
          Map.entry("v1/ConfigMap", ConfigMap.class),
          Map.entry("v1/Service", Service.class),
          Map.entry("v1/ServiceAccount", ServiceAccount.class),
          Map.entry("apps/v1/Deployment", Deployment.class),
          Map.entry("apps/v1/StatefulSet", StatefulSet.class),
          Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
          Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
          Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
          Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
          Map.entry("route.openshift.io/v1/Route", Route.class),
          Map.entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
          Map.entry("cert-manager.io/v1/Issuer", CertIssuer.class),
          Map.entry("cert-manager.io/v1/Certificate", Certificate.class),
          Map.entry("postgresql.cnpg.io/v1/Cluster", DatabaseCluster.class),
          Map.entry("broker.amq.io/v1beta1/ActiveMQArtemis", ArtemisBroker.class),
          Map.entry("apps.openliberty.io/v1/OpenLibertyApplication", LibertyApplication.class));

  static Manifests of(String overlay) {
    List<JsonNode> documents = Strict.documents(Kubectl.render(overlay));
    return new Manifests(documents, documents.stream().map(Manifests::read).toList());
  }

  static Object read(JsonNode document) {
    String kind = document.path("apiVersion").asText() + "/" + document.path("kind").asText();
    return Optional.ofNullable(TYPES.get(kind))
        .map(type -> (Object) Strict.read(document, type))
        .orElseThrow(() -> new AssertionError("a kind that no test knows: " + kind));
  }

  <T> Stream<T> all(Class<T> type) {
    return resources.stream().filter(type::isInstance).map(type::cast);
  }

  <T> T only(Class<T> type) {
    return all(type)
        .reduce(
            (one, other) -> {
              throw new AssertionError("more than one " + type.getSimpleName());
            })
        .orElseThrow(() -> new AssertionError("no " + type.getSimpleName()));
  }

  /** The pods of deployments and stateful sets. */
  Stream<PodSpec> pods() {
    return Stream.concat(
        all(Deployment.class).map(each -> each.getSpec().getTemplate().getSpec()),
        all(StatefulSet.class).map(each -> each.getSpec().getTemplate().getSpec()));
  }

  Stream<Container> containers() {
    return pods().flatMap(pod -> pod.getContainers().stream());
  }

  /** What the settings say that are not secret. */
  Map<String, String> settings() {
    return all(ConfigMap.class)
        .filter(map -> map.getMetadata().getName().startsWith("switchboard-settings"))
        .map(ConfigMap::getData)
        .findFirst()
        .orElseThrow();
  }
}
