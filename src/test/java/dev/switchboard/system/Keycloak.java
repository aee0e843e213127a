package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.launch.Ports;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A real Keycloak with the realm of {@code docker/realm.json}, its accounts in memory alone. */
final class Keycloak implements AutoCloseable {

  private static final String ADMIN = "admin";
  private static final Duration START = Duration.ofMinutes(4);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port = Ports.free();
  private final Process process;

  private Keycloak(Path home) throws IOException {
    Path realms = Files.createDirectories(home.resolve("data").resolve("import"));
    Files.copy(
        Path.of("docker", "realm.json"),
        realms.resolve("realm.json"),
        StandardCopyOption.REPLACE_EXISTING);
    ProcessBuilder builder =
        new ProcessBuilder(
            home.resolve("bin").resolve("kc.sh").toString(),
            "start-dev",
            "--import-realm",
            "--db=dev-mem",
            "--http-host=127.0.0.1",
            "--http-port=" + port);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    builder.redirectErrorStream(true).redirectOutput(home.resolve("console.log").toFile());
    process = builder.start();
  }

  /** Starts the one that is unpacked there; {@link #awaitRealm} says when it answers. */
  static Keycloak start(Path home) {
    try {
      return new Keycloak(home);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when the realm is there. */
  void awaitRealm() {
    patiently(START)
        .ignoreExceptions()
        .until(
            () -> {
              assertThat(process.isAlive()).isTrue();
              return send(HttpRequest.newBuilder(URI.create(issuer()))).statusCode() == 200;
            });
  }

  /** The claim {@code iss} of its tokens. */
  String issuer() {
    return base() + "/realms/switchboard";
  }

  /** Where the realm's keys are. */
  String keys() {
    return issuer() + "/protocol/openid-connect/certs";
  }

  /** Makes an account that has these roles beside the one that everybody has. */
  void newUser(String name, String password, String... roles) {
    Map<String, Object> credential =
        Map.of("type", "password", "value", password, "temporary", false);
    Map<String, Object> user =
        Map.of(
            "username",
            name,
            "email",
            name + "@keycloak.example",
            "emailVerified",
            true,
            "firstName",
            name,
            "lastName",
            name,
            "enabled",
            true,
            "credentials",
            List.of(credential));
    String location =
        administrate("POST", "/users", JsonText.of(user))
            .headers()
            .firstValue("Location")
            .orElse("");
    String id = location.substring(location.lastIndexOf('/') + 1);
    for (String role : roles) {
      String found = administrate("GET", "/roles/" + role, "").body();
      administrate("POST", "/users/" + id + "/role-mappings/realm", "[" + found + "]");
    }
  }

  /** Has the realm sign by a new key from now on; what the old one signed stays valid. */
  void rotateKeys() {
    String realm = JsonText.object(administrate("GET", "", "").body()).getString("id");
    Map<String, Object> provider =
        Map.of(
            "name", "newer",
            "parentId", realm,
            "providerId", "rsa-generated",
            "providerType", "org.keycloak.keys.KeyProvider",
            "config", Map.of("priority", List.of("200"), "algorithm", List.of("RS256")));
    administrate("POST", "/components", JsonText.of(provider));
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private String base() {
    return "http://localhost:" + port;
  }

  private HttpResponse<String> administrate(String method, String path, String body) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(base() + "/admin/realms/switchboard" + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer;
  }

  private String adminToken() {
    String form = "grant_type=password&client_id=admin-cli&username=admin&password=" + ADMIN;
    JsonObject answer =
        JsonText.object(
            send(HttpRequest.newBuilder(
                        URI.create(base() + "/realms/master/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)))
                .body());
    return answer.getString("access_token");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
