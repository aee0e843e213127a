package dev.switchboard.deploy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The nodes of an overlay, be they made by a deployment or by the Open Liberty operator. */
record Nodes(
    Container container, ContainerPort port, Map<String, String> labels, int most, int surge) {

  static Nodes of(Manifests manifests) {
    return Stream.concat(
            manifests.all(LibertyApplication.class).map(Nodes::of),
            manifests.all(Deployment.class).map(it -> of(it, manifests)))
        .findFirst()
        .orElseThrow();
  }

  private static Nodes of(Deployment deployment, Manifests manifests) {
    Container container = deployment.getSpec().getTemplate().getSpec().getContainers().get(0);
    return new Nodes(
        container,
        container.getPorts().get(0),
        deployment.getSpec().getTemplate().getMetadata().getLabels(),
        manifests.only(HorizontalPodAutoscaler.class).getSpec().getMaxReplicas(),
        deployment.getSpec().getStrategy().getRollingUpdate().getMaxSurge().getIntVal());
  }

  /** The operator gives pods the labels of the application, and its name as another. */
  private static Nodes of(LibertyApplication application) {
    Map<String, String> labels = new HashMap<>(application.metadata().getLabels());
    labels.put("app.kubernetes.io/name", application.metadata().getName());
    ContainerPort port = new ContainerPort();
    port.setName(application.spec().service().portName());
    port.setContainerPort(application.spec().service().port());
    return new Nodes(
        application.container(),
        port,
        labels,
        application.spec().autoscaling().maxReplicas(),
        application
            .spec()
            .deployment()
            .updateStrategy()
            .getRollingUpdate()
            .getMaxSurge()
            .getIntVal());
  }

  List<Probe> probes() {
    return List.of(
        container.getStartupProbe(), container.getReadinessProbe(), container.getLivenessProbe());
  }

  /** Whether this is the port of the nodes, by its name or its number. */
  boolean listenAt(IntOrString named) {
    return named.equals(new IntOrString(port.getName()))
        || named.equals(new IntOrString(port.getContainerPort()));
  }
}
