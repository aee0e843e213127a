package dev.switchboard.deploy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of cert-manager's certificates the part that is used here. */
record Certificate(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

  record Spec(
      @Nullable Boolean isCA,
      @Nullable String commonName,
      String secretName,
      @Nullable String duration,
      @Nullable List<String> dnsNames,
      PrivateKey privateKey,
      @Nullable List<String> usages,
      @Nullable Keystores keystores,
      IssuerRef issuerRef) {}

  record PrivateKey(
      String algorithm, int size, @Nullable String encoding, @Nullable String rotationPolicy) {}

  record Keystores(Pkcs12 pkcs12) {}

  record Pkcs12(boolean create, String profile, SecretKeySelector passwordSecretRef) {}

  record IssuerRef(String kind, String name) {}
}
