package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.launch.Installation;
import dev.switchboard.launch.Server;
import dev.switchboard.launch.ServerCertificate;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;

/** A node whose database and broker are reached by TLS, as {@code docs/operations.md} says. */
@Isolated("starts servers")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SecuredServicesIT {

  private static final String ACCOUNT = "node";
  private static final String PASSWORD = "broker-password";

  private final Installation installation = Installation.fresh("secured");
  private final Path certificates = Path.of("target", "installations", "secured", "certificates");
  private final Authority authority = Authority.in(certificates.resolve("own"));
  private final ServerCertificate own = authority.sign("localhost");
  private final ServerCertificate misnamed = authority.sign("elsewhere.example");
  private final ServerCertificate foreign =
      Authority.in(certificates.resolve("foreign")).sign("localhost");
  private final Server server =
      installation
          .newServer()
          .set("DB_SSL_MODE", "verify-full")
          .set("DB_CA_FILE", authority.certificate().toString())
          .set("SWITCHBOARD_DATABASE_WAIT", "PT1S")
          .set("BROKER_TLS", "true")
          .set("BROKER_CA_FILE", authority.certificate().toString())
          .set("BROKER_USER", ACCOUNT)
          .set("BROKER_PASSWORD", PASSWORD);
  private @Nullable ServerCertificate shown;
  private int read;

  @BeforeAll
  void start_with_services_that_nobody_can_trust() {
    SecurityConfiguration accounts = new SecurityConfiguration();
    accounts.addUser(ACCOUNT, PASSWORD);
    accounts.addRole(ACCOUNT, "switchboard");
    installation.broker().admit(accounts);
    show(foreign);
    server.start();
  }

  @AfterAll
  void stop() {
    installation.close();
  }

  /** Comes first, for so the node starts. */
  @Test
  @Order(1)
  void services_that_a_foreign_authority_vouches_for_are_not_used_and_the_log_says_why() {
    show(foreign);

    assertNotUsed("SSL error: PKIX path", "connection\nPKIX path");
  }

  @Test
  void services_that_the_authority_vouches_for_are_used_and_nothing_goes_in_clear()
      throws SQLException {
    show(own);
    server.awaitReady();
    Account ann = new Accounts(home()).register();
    Board board = Board.of(ann);

    try (Socket socket = ann.connect()) {
      socket.subscribe(board);
      JsonObject said = board.say("under seal");

      assertThat(socket.awaitMessages(board, 1)).containsExactly(said);
      assertThat(encrypted()).contains(true).doesNotContain(false);
    }
    Api admin = new Accounts(home()).signIn("admin", Account.PASSWORD).api();
    assertThat(admin.get("/stats").json().getJsonArray("queues")).isNotEmpty();
    assertThat(admin.get("/dead-letters").status()).isEqualTo(200);
  }

  @Test
  void services_of_another_name_are_not_used_and_the_log_says_why() {
    show(misnamed);

    assertNotUsed(
        "The hostname localhost could not be verified",
        "connection\nNo subject alternative DNS name matching localhost");
  }

  /** Has both services come up anew with a certificate, unless they show it already. */
  private void show(ServerCertificate certificate) {
    if (certificate.equals(shown)) {
      return;
    }
    shown = certificate;
    installation.database().stop();
    installation.broker().stop();
    read = log().length();
    installation.database().encrypt(certificate).start();
    installation.broker().encrypt(certificate).start();
  }

  private void assertNotUsed(String whyNotTheDatabase, String whyNotTheBroker) {
    patiently()
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(down()).containsExactlyInAnyOrder("database", "broker"));
    patiently()
        .untilAsserted(
            () -> assertThat(log().substring(read)).contains(whyNotTheDatabase, whyNotTheBroker));
  }

  /** What keeps the node from being ready. */
  private List<String> down() {
    return home()
        .anonymous()
        .outside("GET", "/health/ready")
        .sendOnce()
        .json()
        .getJsonArray("checks")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(check -> check.getString("status").equals("DOWN"))
        .map(check -> check.getString("name"))
        .toList();
  }

  /** Of each connection of the node to the database, whether it is encrypted. */
  private List<Boolean> encrypted() throws SQLException {
    List<Boolean> each = new ArrayList<>();
    try (Connection connection = installation.database().connection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select ssl from pg_stat_ssl join pg_stat_activity using (pid)"
                    + " where application_name = 'switchboard'")) {
      while (rows.next()) {
        each.add(rows.getBoolean(1));
      }
    }
    return each;
  }

  private Switchboard home() {
    return Switchboard.at(server.url());
  }

  private String log() {
    try {
      return Files.exists(server.log()) ? Files.readString(server.log()) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
