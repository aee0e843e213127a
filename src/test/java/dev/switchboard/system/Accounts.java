package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The users that tests act as: new ones, and those of the demonstration. */
record Accounts(Switchboard home) {

  private static final Map<String, Account> DEMO = new ConcurrentHashMap<>();

  /** A new user of the installation under test. */
  static Account fresh() {
    return new Accounts(Switchboard.underTest()).register();
  }

  static Account robot() {
    return demo("robot");
  }

  static Account admin() {
    return demo("admin");
  }

  static Account alice() {
    return demo("alice");
  }

  static String uniqueName() {
    return "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 15);
  }

  static Map<String, String> registration(String name) {
    return Map.of(
        "username",
        name,
        "email",
        name + "@example.org",
        "name",
        "Somebody " + name,
        "password",
        Account.PASSWORD);
  }

  Account register() {
    Answer answer = home.anonymous().post("/auth/register", registration(uniqueName()));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return account(answer.json().getJsonObject("user"), answer.string("accessToken"));
  }

  Account signIn(String username, String password) {
    String token = token(username, password);
    return account(new Api(home, token).get("/auth/me").json(), token);
  }

  String token(String username, String password) {
    Answer answer = login(username, password);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.string("accessToken");
  }

  Answer login(String username, String password) {
    return home.anonymous().post("/auth/login", Map.of("username", username, "password", password));
  }

  private Account account(JsonObject user, String token) {
    return new Account(
        home, user.getString("id"), user.getString("username"), user.getString("email"), token);
  }

  private static Account demo(String name) {
    return DEMO.computeIfAbsent(
        name, n -> new Accounts(Switchboard.underTest()).signIn(n, Account.PASSWORD));
  }
}
