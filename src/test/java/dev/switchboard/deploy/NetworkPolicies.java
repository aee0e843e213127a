package dev.switchboard.deploy;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.Map;

/** Who may reach whom, as a cluster reads an overlay's network policies. */
record NetworkPolicies(List<NetworkPolicy> policies) {

  /** A pod: the labels of its namespace, and its own. */
  record Pod(Map<String, String> namespace, Map<String, String> labels) {

    /** A pod in the namespace of the policies. */
    static Pod inside(Map<String, String> labels) {
      return new Pod(Map.of("kubernetes.io/metadata.name", "switchboard"), labels);
    }

    boolean isInside() {
      return namespace.equals(inside(Map.of()).namespace());
    }
  }

  static NetworkPolicies of(Manifests manifests) {
    return new NetworkPolicies(manifests.all(NetworkPolicy.class).toList());
  }

  /** Whether both sides let the one call the other; a pod that no policy selects is free. */
  boolean let(Pod from, Pod to, ContainerPort port) {
    List<NetworkPolicySpec> leaving = about(from, "Egress");
    List<NetworkPolicySpec> entering = about(to, "Ingress");
    boolean leaves =
        leaving.stream()
            .flatMap(spec -> spec.getEgress().stream())
            .anyMatch(rule -> among(rule.getTo(), to) && at(rule.getPorts(), port));
    boolean enters =
        entering.stream()
            .flatMap(spec -> spec.getIngress().stream())
            .anyMatch(rule -> among(rule.getFrom(), from) && at(rule.getPorts(), port));
    return (leaving.isEmpty() || leaves) && (entering.isEmpty() || enters);
  }

  private List<NetworkPolicySpec> about(Pod pod, String direction) {
    return policies.stream()
        .map(NetworkPolicy::getSpec)
        .filter(spec -> pod.isInside() && selects(spec.getPodSelector(), pod.labels()))
        .filter(spec -> spec.getPolicyTypes().contains(direction))
        .toList();
  }

  private static boolean among(List<NetworkPolicyPeer> peers, Pod pod) {
    return peers.isEmpty() || peers.stream().anyMatch(peer -> is(peer, pod));
  }

  private static boolean is(NetworkPolicyPeer peer, Pod pod) {
    boolean there =
        peer.getNamespaceSelector() == null
            ? pod.isInside()
            : selects(peer.getNamespaceSelector(), pod.namespace());
    return there && (peer.getPodSelector() == null || selects(peer.getPodSelector(), pod.labels()));
  }

  private static boolean selects(LabelSelector selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
        && selector.getMatchExpressions().stream().allMatch(one -> holds(one, labels));
  }

  private static boolean holds(LabelSelectorRequirement requirement, Map<String, String> labels) {
    if (!requirement.getOperator().equals("In")) {
      throw new AssertionError("an operator that no test knows: " + requirement.getOperator());
    }
    return requirement.getValues().contains(labels.getOrDefault(requirement.getKey(), ""));
  }

  private static boolean at(List<NetworkPolicyPort> ports, ContainerPort port) {
    return ports.isEmpty()
        || ports.stream()
            .filter(rule -> rule.getProtocol().equals(port.getProtocol()))
            .map(NetworkPolicyPort::getPort)
            .anyMatch(
                named ->
                    named.equals(new IntOrString(port.getName()))
                        || named.equals(new IntOrString(port.getContainerPort())));
  }
}
