package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserRegistrationIT {

  private final Api nobody = Switchboard.underTest().anonymous();
  private final Api alice = Accounts.alice().api();
  private final Api admin = Accounts.admin().api();
  private final String email = Accounts.uniqueName() + "@example.org";

  @Test
  void a_registration_is_accepted_and_the_user_comes_into_being() {
    Answer accepted = nobody.post("/users/register", Map.of("email", email, "name", "Eve"));

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.string("message")).isEqualTo("User registration request is accepted.");
    JsonObject user = awaitUser(email).json();
    assertThat(user).containsKeys("id", "name", "email", "createdAt");
    assertThat(user.getString("id")).isEqualTo(accepted.id());
    assertThat(user.getString("name")).isEqualTo("Eve");
    assertThat(user.getString("email")).isEqualTo(email);
  }

  @Test
  void who_gave_a_password_can_sign_in() {
    admin.succeeded(register(Account.PASSWORD));

    assertThat(login().status()).isEqualTo(200);
  }

  @Test
  void who_gave_no_password_cannot_sign_in() {
    admin.succeeded(nobody.post("/users/register", Map.of("email", email, "name", "Eve")));

    assertProblem(login(), 401);
  }

  @Test
  void a_registration_with_a_taken_address_fails_and_changes_nothing() {
    Answer first = register(Account.PASSWORD);
    admin.succeeded(first);

    Answer second = nobody.post("/users/register", Map.of("email", email, "name", "Mallory"));

    JsonObject operation = admin.settled(second);
    assertThat(operation.getString("status")).isEqualTo("failed");
    assertThat(operation.getString("error")).isNotBlank();
    assertThat(alice.get("/users/" + email).id()).isEqualTo(first.id());
    assertThat(login().status()).isEqualTo(200);
  }

  @Test
  void a_registration_that_cannot_be_is_refused_at_the_door() {
    assertInvalid(register("weak"), "/password");
    assertInvalid(nobody.post("/users/register", Map.of("email", "x", "name", "Eve")), "/email");
    assertInvalid(nobody.post("/users/register", Map.of("name", "Eve")), "/email");
    assertInvalid(nobody.post("/users/register", Map.of("email", email)), "/name");
  }

  @Test
  void an_address_that_nobody_has_is_not_found() {
    assertProblem(alice.get("/users/" + email), 404);
  }

  @Test
  void a_key_stands_for_one_registration_with_its_password() {
    Answer first = registerWith("once", email, Account.PASSWORD);
    Answer again = registerWith("once", email, Account.PASSWORD);
    Answer other = registerWith("once", email, Account.PASSWORD + "2");

    assertThat(again.id()).isEqualTo(first.id());
    assertProblem(other, 422);
    admin.succeeded(first);
    assertThat(login().status()).isEqualTo(200);
  }

  @Test
  void strangers_may_choose_the_same_key() {
    Answer one = registerWith("1", email, Account.PASSWORD);
    Answer another = registerWith("1", "other." + email, Account.PASSWORD);

    assertThat(another.status()).isEqualTo(202);
    assertThat(another.id()).isNotEqualTo(one.id());
  }

  private Answer registerWith(String key, String address, String password) {
    return nobody
        .call("POST", "/users/register")
        .header("Idempotency-Key", key)
        .json(Map.of("email", address, "name", "Eve", "password", password))
        .send();
  }

  private Answer register(String password) {
    return nobody.post(
        "/users/register", Map.of("email", email, "name", "Eve", "password", password));
  }

  private Answer login() {
    return new Accounts(Switchboard.underTest()).login(email, Account.PASSWORD);
  }

  private Answer awaitUser(String address) {
    return patiently().until(() -> alice.get("/users/" + address), a -> a.status() == 200);
  }
}
