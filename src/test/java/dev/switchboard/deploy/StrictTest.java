package dev.switchboard.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Service;
import org.junit.jupiter.api.Test;

/** That a mistake in a manifest is found. */
class StrictTest {

  @Test
  void a_field_that_the_kind_knows_is_read() {
    Object service = read("{apiVersion: v1, kind: Service, spec: {clusterIP: None}}");

    assertThat(((Service) service).getSpec().getClusterIP()).isEqualTo("None");
  }

  @Test
  void a_misspelt_field_is_an_error() {
    assertUnknown("{apiVersion: v1, kind: Service, spec: {clusterIp: None}}", "clusterIp");
    assertUnknown("{apiVersion: v1, kind: Service, spec: {ports: [{prot: 1}]}}", "prot");
    assertUnknown(
        "{apiVersion: route.openshift.io/v1, kind: Route, spec: {tls: {ending: edge}}}", "ending");
    assertUnknown(
        "{apiVersion: cert-manager.io/v1, kind: Issuer, spec: {ca: {secret: a}}}", "secret");
  }

  @Test
  void an_unknown_kind_is_an_error() {
    assertThatThrownBy(() -> read("{apiVersion: v1, kind: Servic}"))
        .hasMessageContaining("v1/Servic");
  }

  private static void assertUnknown(String yaml, String field) {
    assertThatThrownBy(() -> read(yaml)).hasMessageContaining("\"" + field + "\"");
  }

  private static Object read(String yaml) {
    return Manifests.read(Strict.documents(yaml).get(0));
  }
}
