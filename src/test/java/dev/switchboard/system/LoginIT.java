package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LoginIT {

  private final Accounts accounts = new Accounts(Switchboard.underTest());

  @Test
  void a_user_signs_in_by_name_or_by_address() {
    Account ann = Accounts.fresh();

    Answer byName = accounts.login(ann.username(), Account.PASSWORD);
    Answer byAddress = accounts.login(ann.email().toUpperCase(Locale.ROOT), Account.PASSWORD);

    assertThat(byName.status()).isEqualTo(200);
    assertThat(byName.json()).containsKeys("accessToken", "tokenType", "expiresIn");
    assertThat(byAddress.status()).isEqualTo(200);
    Api api = new Api(ann.home(), byAddress.string("accessToken"));
    assertThat(api.get("/auth/me").id()).isEqualTo(ann.userId());
  }

  @Test
  void a_wrong_password_and_an_unknown_user_are_told_alike() {
    Account ann = Accounts.fresh();

    JsonObject wrong = assertProblem(accounts.login(ann.username(), "Wrong0000"), 401);
    JsonObject unknown = assertProblem(accounts.login(Accounts.uniqueName(), "Wrong0000"), 401);

    assertThat(withoutInstance(wrong)).isEqualTo(withoutInstance(unknown));
  }

  @Test
  void after_ten_failures_an_account_is_closed_even_to_the_right_password() {
    Account ann = Accounts.fresh();
    for (int i = 1; i <= 10; i++) {
      assertProblem(accounts.login(ann.username(), "Wrong0000"), 401);
    }

    Answer right = accounts.login(ann.username(), Account.PASSWORD);

    assertProblem(right, 429);
    assertThat(right.retryAfter().toMinutes()).isBetween(0L, 15L);
    assertThat(right.retryAfter()).isPositive();
    assertProblem(accounts.login(ann.email(), Account.PASSWORD), 429);
  }

  @Test
  void a_name_that_nobody_has_is_closed_in_the_same_way() {
    String nobody = Accounts.uniqueName();
    for (int i = 1; i <= 10; i++) {
      assertProblem(accounts.login(nobody, "Wrong0000"), 401);
    }

    assertProblem(accounts.login(nobody, "Wrong0000"), 429);
  }

  @Test
  void a_login_without_its_fields_is_a_bad_request() {
    Api nobody = Switchboard.underTest().anonymous();

    assertProblem(nobody.post("/auth/login", Map.of()), 400);
    assertProblem(nobody.post("/auth/login", Map.of("username", "alice")), 400);
  }

  private static Map<String, JsonValue> withoutInstance(JsonObject problem) {
    Map<String, JsonValue> rest = new HashMap<>(problem);
    rest.remove("instance");
    return rest;
  }
}
