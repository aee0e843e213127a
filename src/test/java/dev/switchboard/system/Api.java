package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The REST calls of an installation, made with one token or with none; paths are below /api/v1. */
record Api(Switchboard home, @Nullable String token) {

  Call call(String method, String path) {
    return outside(method, "/api/v1" + path);
  }

  /** A call to a path that is not below /api/v1. */
  Call outside(String method, String path) {
    return to(method, home.resolve(path));
  }

  Answer get(String path) {
    return call("GET", path).send();
  }

  Answer follow(URI address) {
    return to("GET", address).send();
  }

  Answer post(String path, Map<String, ?> body) {
    return call("POST", path).json(body).send();
  }

  Answer post(String path, Map<String, ?> body, String idempotencyKey) {
    return call("POST", path).json(body).header("Idempotency-Key", idempotencyKey).send();
  }

  /** The operation behind an accepted command, once it is no longer pending. */
  JsonObject settled(Answer accepted) {
    assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
    URI operation = accepted.location();
    return patiently()
        .until(() -> follow(operation), seen -> seen.status() == 200 && !isPending(seen))
        .json();
  }

  /** The operation behind an accepted command that has succeeded. */
  JsonObject succeeded(Answer accepted) {
    JsonObject operation = settled(accepted);
    assertThat(operation.getString("status")).as("%s", operation).isEqualTo("succeeded");
    return operation;
  }

  private static boolean isPending(Answer operation) {
    return operation.string("status").equals("pending");
  }

  private Call to(String method, URI address) {
    Call call = new Call(method, address);
    return token == null ? call : call.header("Authorization", "Bearer " + token);
  }
}
