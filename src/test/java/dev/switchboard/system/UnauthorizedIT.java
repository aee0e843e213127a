package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnauthorizedIT {

  private final Switchboard home = Switchboard.underTest();

  @ParameterizedTest
  @ValueSource(strings = {"/boards", "/auth/me", "/users/alice@example.org", "/boards/x/messages"})
  void a_call_without_a_token_is_refused(String path) {
    assertProblem(home.anonymous().get(path), 401);
  }

  @Test
  void a_refusal_names_the_scheme_that_is_expected() {
    assertThat(home.anonymous().get("/boards").header("WWW-Authenticate")).hasValue("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "a.b.c", "e30.e30.e30", "e30.e30."})
  void a_token_that_is_none_is_refused(String token) {
    assertProblem(new Api(home, token).get("/boards"), 401);
  }

  @Test
  void another_scheme_than_bearer_is_refused() {
    Call call = home.anonymous().call("GET", "/boards");

    assertProblem(call.header("Authorization", "Basic YWxpY2U6U3dpdGNoYm9hcmQx").send(), 401);
  }

  static List<String> forgedTokens() {
    return ForgedTokens.of(Accounts.alice().token());
  }

  @ParameterizedTest
  @MethodSource("forgedTokens")
  void a_forged_token_is_refused(String token) {
    assertProblem(new Api(home, token).get("/boards"), 401);
  }
}
