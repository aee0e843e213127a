package dev.switchboard.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.Settings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  private final Passwords passwords = new Passwords(Settings.of(Map.of()));

  @Test
  void the_right_password_matches_its_hash_and_a_wrong_one_does_not() {
    String hash = passwords.hash("Switchboard1");

    assertThat(passwords.matches("Switchboard1", Optional.of(hash))).isTrue();
    assertThat(passwords.matches("Switchboard2", Optional.of(hash))).isFalse();
  }

  @Test
  void a_hash_is_argon2id_at_the_recommended_strength_and_salted() {
    String hash = passwords.hash("Switchboard1");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("Switchboard1");
    assertThat(passwords.hash("Switchboard1")).isNotEqualTo(hash);
  }

  @Test
  void where_there_is_no_hash_no_password_matches() {
    assertThat(passwords.matches("", Optional.empty())).isFalse();
    assertThat(passwords.matches("Switchboard1", Optional.empty())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Switchboard1", "aB345678", "Ünicode9ß"})
  void a_strong_password_has_upper_lower_and_digit(String password) {
    assertThat(StrongPasswordValidator.isStrong(password)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "aB34567", "switchboard1", "SWITCHBOARD1", "Switchboard"})
  void a_weak_password_lacks_something(String password) {
    assertThat(StrongPasswordValidator.isStrong(password)).isFalse();
  }

  @Test
  void a_password_has_an_end() {
    assertThat(StrongPasswordValidator.isStrong("aB3".repeat(67))).isFalse();
  }

  @Test
  void a_request_that_is_kept_has_no_password_and_none_is_ever_printed() {
    UserRequest request = new UserRequest("eve@example.com", "Eve", "Switchboard1");

    assertThat(request.withoutPassword().password()).isNull();
    assertThat(request.toString()).doesNotContain("Switchboard1");
  }
}
