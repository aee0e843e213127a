package dev.switchboard.deploy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.DeploymentStrategy;
import java.util.List;

/** Of the applications of the Open Liberty operator the part that is used here. */
record LibertyApplication(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

  record Spec(
      String applicationImage,
      String pullPolicy,
      Account serviceAccount,
      boolean manageTLS,
      boolean expose,
      boolean disableServiceLinks,
      Policy networkPolicy,
      Entry service,
      Rollout deployment,
      Scaling autoscaling,
      Spread topologySpreadConstraints,
      List<EnvFromSource> envFrom,
      List<EnvVar> env,
      Probes probes,
      ResourceRequirements resources,
      SecurityContext securityContext,
      List<VolumeMount> volumeMounts,
      List<Volume> volumes) {}

  record Account(String name, boolean mountToken) {}

  record Policy(boolean disable) {}

  record Entry(int port, String portName) {}

  record Rollout(DeploymentStrategy updateStrategy) {}

  record Scaling(int minReplicas, int maxReplicas, int targetCPUUtilizationPercentage) {}

  record Spread(List<TopologySpreadConstraint> constraints) {}

  record Probes(Probe startup, Probe readiness, Probe liveness) {}

  /** The container that the operator makes of it. */
  Container container() {
    Container container = new Container();
    container.setImage(spec.applicationImage());
    container.setEnv(spec.env());
    container.setEnvFrom(spec.envFrom());
    container.setStartupProbe(spec.probes().startup());
    container.setReadinessProbe(spec.probes().readiness());
    container.setLivenessProbe(spec.probes().liveness());
    container.setResources(spec.resources());
    container.setSecurityContext(spec.securityContext());
    container.setVolumeMounts(spec.volumeMounts());
    return container;
  }
}
