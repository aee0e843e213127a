package dev.switchboard.deploy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;

/** Of CloudNativePG's clusters the part that is used here. */
record DatabaseCluster(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

  record Spec(
      String imageName,
      int instances,
      String primaryUpdateStrategy,
      Bootstrap bootstrap,
      Postgresql postgresql,
      Storage storage,
      Storage walStorage,
      ResourceRequirements resources,
      Affinity affinity) {}

  record Bootstrap(Initdb initdb) {}

  record Initdb(String database, String owner) {}

  record Postgresql(Map<String, String> parameters, Synchronous synchronous) {}

  record Synchronous(String method, int number, String dataDurability) {}

  record Storage(String size) {}

  record Affinity(boolean enablePodAntiAffinity, String topologyKey, String podAntiAffinityType) {}
}
