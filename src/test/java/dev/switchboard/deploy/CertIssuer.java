package dev.switchboard.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import org.jspecify.annotations.Nullable;

/** Of cert-manager's issuers the part that is used here. */
record CertIssuer(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

  record Spec(@Nullable ObjectNode selfSigned, @Nullable Authority ca) {}

  record Authority(String secretName) {}
}
