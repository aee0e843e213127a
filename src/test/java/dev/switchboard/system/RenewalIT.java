package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenewalIT {

  private final Account ann = Accounts.fresh();

  @Test
  void a_token_that_holds_is_exchanged_for_a_fresh_one_of_the_same_user() {
    Answer renewed = ann.api().call("POST", "/auth/refresh").send();

    assertThat(renewed.status()).as("%s", renewed).isEqualTo(200);
    assertThat(renewed.json()).containsKeys("accessToken", "tokenType", "expiresIn");
    assertThat(renewed.string("accessToken")).isNotEqualTo(ann.token());
    Api fresh = new Api(ann.home(), renewed.string("accessToken"));
    assertThat(fresh.get("/auth/me").id()).isEqualTo(ann.userId());
  }

  @Test
  void a_fresh_token_can_be_renewed_too() {
    Answer once = ann.api().call("POST", "/auth/refresh").send();
    Answer twice =
        new Api(ann.home(), once.string("accessToken")).call("POST", "/auth/refresh").send();

    assertThat(twice.status()).as("%s", twice).isEqualTo(200);
  }

  @Test
  void nobody_is_renewed_without_a_token() {
    assertProblem(ann.home().anonymous().call("POST", "/auth/refresh").send(), 401);
  }
}
