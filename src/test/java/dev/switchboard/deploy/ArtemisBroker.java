package dev.switchboard.deploy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of the brokers of the operator of ActiveMQ Artemis the part that is used here. */
record ArtemisBroker(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

  record Spec(
      String version,
      DeploymentPlan deploymentPlan,
      List<Acceptor> acceptors,
      List<String> brokerProperties) {}

  record DeploymentPlan(
      int size,
      @Nullable Boolean clustered,
      boolean requireLogin,
      boolean persistenceEnabled,
      String journalType,
      boolean messageMigration,
      Storage storage,
      ResourceRequirements resources,
      PodSecurityContext podSecurityContext,
      SecurityContext containerSecurityContext) {}

  record Storage(String size) {}

  record Acceptor(
      String name,
      int port,
      String protocols,
      boolean sslEnabled,
      String sslSecret,
      boolean bindToAllInterfaces) {}
}
