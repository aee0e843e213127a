package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationIT {

  private final Switchboard home = Switchboard.underTest();
  private final String name = Accounts.uniqueName();

  @Test
  void who_registers_is_signed_in_at_once() {
    Answer answer = register(Accounts.registration(name));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json()).containsKeys("user", "accessToken", "tokenType", "expiresIn");
    assertThat(answer.string("tokenType")).isEqualTo("Bearer");
    assertThat(answer.json().getInt("expiresIn")).isEqualTo(3600);
    JsonObject user = answer.json().getJsonObject("user");
    assertThat(user).containsKeys("id", "username", "email", "name", "createdAt");
    assertThat(user.getString("username")).isEqualTo(name);
    assertThat(new Api(home, answer.string("accessToken")).get("/auth/me").json()).isEqualTo(user);
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "email"})
  void a_name_or_address_that_is_taken_is_a_conflict_however_it_is_written(String field) {
    Map<String, String> first = Accounts.registration(name);
    register(first);
    Map<String, String> second = new HashMap<>(Accounts.registration(Accounts.uniqueName()));

    second.put(field, first.get(field));
    assertProblem(register(second), 409);

    second.computeIfPresent(field, (key, taken) -> taken.toUpperCase(Locale.ROOT));
    assertProblem(register(second), 409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Short1a", "nouppercase1", "NOLOWERCASE1", "NoDigitsHere", ""})
  void a_weak_password_is_refused_and_not_repeated(String password) {
    Map<String, String> registration = with("password", password);

    Answer answer = register(registration);

    assertInvalid(answer, "/password");
    if (!password.isEmpty()) {
      assertThat(answer.text()).doesNotContain(password);
    }
  }

  @ParameterizedTest
  @CsvSource({"email, nobody", "email, a@", "email, @b.example", "username, ' '", "username, a b"})
  void a_field_that_does_not_hold_what_it_should_is_refused(String field, String value) {
    assertInvalid(register(with(field, value)), "/" + field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "email", "password"})
  void a_field_that_is_missing_is_refused(String field) {
    Map<String, String> registration = new HashMap<>(Accounts.registration(name));
    registration.remove(field);

    assertInvalid(register(registration), "/" + field);
  }

  @Test
  void a_name_to_show_is_not_asked_for() {
    Map<String, String> registration = new HashMap<>(Accounts.registration(name));
    registration.remove("name");

    assertThat(register(registration).status()).isEqualTo(201);
  }

  private Map<String, String> with(String field, String value) {
    Map<String, String> registration = new HashMap<>(Accounts.registration(name));
    registration.put(field, value);
    return registration;
  }

  private Answer register(Map<String, String> registration) {
    return home.anonymous().post("/auth/register", registration);
  }
}
