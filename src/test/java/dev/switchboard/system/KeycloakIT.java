package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.launch.Server;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Users of a real Keycloak, accepted by configuration alone. */
@EnabledIfSystemProperty(
    named = "keycloak.home",
    matches = ".+",
    disabledReason = "Keycloak is unpacked by the profile alone: mvn -Pidentity verify")
@InOwnInstallation
@TestInstance(Lifecycle.PER_CLASS)
class KeycloakIT {

  private static final String PASSWORD = "Openshift-4-all";

  private final Keycloak keycloak =
      Keycloak.start(Path.of(System.getProperty("keycloak.home", "")).toAbsolutePath());
  private final Server server;
  private final Switchboard home;

  KeycloakIT(Site site) {
    server =
        site.installation()
            .newServer()
            .set("MP_JWT_VERIFY_ISSUER", keycloak.issuer())
            .set("MP_JWT_VERIFY_PUBLICKEY_LOCATION", keycloak.keys())
            .set("MP_JWT_VERIFY_AUDIENCES", "switchboard");
    home = Switchboard.at(server.url());
  }

  @BeforeAll
  void start_both() {
    keycloak.awaitRealm();
    keycloak.newUser("ute", PASSWORD);
    keycloak.newUser("sven", PASSWORD, "service");
    keycloak.newUser("ada", PASSWORD, "admin");
    server.start().awaitReady();
  }

  @AfterAll
  void stop_both() {
    server.stop();
    keycloak.close();
  }

  @Test
  void who_logs_in_there_uses_the_api_and_the_socket_here() {
    Account ute = logIn("ute");
    Board board = Board.of(ute);

    try (Socket socket = ute.connect()) {
      socket.subscribe(board);
      JsonObject said = board.say("from Keycloak");

      assertThat(said.getString("userId")).isEqualTo(ute.userId());
      assertThat(socket.awaitMessages(board, 1)).containsExactly(said);
      assertThat(socket.objects().get(0).getString("userId")).isEqualTo(ute.userId());
    }
  }

  @Test
  void who_has_no_role_there_is_a_user_here_and_no_more() {
    Account ute = logIn("ute");

    assertThat(ute.api().get("/boards").status()).isEqualTo(200);
    assertProblem(broadcastBy(ute), 403);
    assertProblem(ute.api().get("/stats"), 403);
  }

  @Test
  void the_role_of_a_service_may_broadcast_and_not_administrate() {
    Account sven = logIn("sven");

    assertThat(broadcastBy(sven).status()).isEqualTo(202);
    assertProblem(sven.api().get("/stats"), 403);
  }

  @Test
  void the_role_of_an_administrator_may_administrate() {
    assertThat(logIn("ada").api().get("/stats").status()).isEqualTo(200);
  }

  @Test
  void when_the_keys_are_rotated_new_tokens_are_accepted_and_old_ones_stay_so() {
    Account before = logIn("ute");

    keycloak.rotateKeys();
    Account after = logIn("ute");

    assertThat(header(after.token())).isNotEqualTo(header(before.token()));
    assertThat(after.api().get("/boards").status()).isEqualTo(200);
    assertThat(after.handshake().bearer(after.token()).status()).isEqualTo(101);
    assertThat(before.api().get("/boards").status()).isEqualTo(200);
  }

  private Account logIn(String name) {
    String token = new KeycloakLogin(keycloak.issuer()).token(name, PASSWORD);
    String userId = part(token, 1).getString("sub");
    return new Account(home, userId, name, name + "@keycloak.example", token);
  }

  private static Answer broadcastBy(Account account) {
    return account
        .api()
        .call("POST", "/websocket/broadcast")
        .json(Map.of("type", "notice", "data", Map.of("text", "hello")))
        .send();
  }

  private static JsonObject header(String token) {
    return part(token, 0);
  }

  private static JsonObject part(String token, int index) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]);
    return JsonText.object(new String(json, StandardCharsets.UTF_8));
  }
}
