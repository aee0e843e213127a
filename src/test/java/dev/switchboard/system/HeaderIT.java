package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderIT {

  private final Api alice = Accounts.alice().api();

  @ParameterizedTest
  @CsvSource({
    "GET, /", "GET, /nowhere", "GET, /api/v1/boards", "GET, /api/v1/nowhere",
    "DELETE, /api/v1/boards", "GET, /health/live", "GET, /openapi", "GET, /api/v1/auth/jwks"
  })
  void every_answer_carries_the_security_headers(String method, String path) {
    assertSecured(alice.outside(method, path).send());
  }

  @Test
  void a_refused_call_carries_the_security_headers_too() {
    assertSecured(Switchboard.underTest().anonymous().get("/boards"));
    assertSecured(alice.call("POST", "/boards").body("application/json", "{").send());
    assertSecured(alice.call("POST", "/boards").body("text/plain", "x").send());
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "OPTIONS"})
  void a_foreign_origin_is_not_let_in(String method) {
    Answer answer =
        alice
            .call(method, "/boards")
            .header("Origin", "https://elsewhere.example")
            .header("Access-Control-Request-Method", "POST")
            .send();

    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/boards", "/api/v1/nowhere", "/"})
  void the_server_does_not_tell_what_it_is_made_of(String path) {
    Answer answer = alice.outside("GET", path).send();

    assertThat(answer.header("X-Powered-By")).isEmpty();
    assertThat(answer.header("Server")).isEmpty();
  }

  private static void assertSecured(Answer answer) {
    assertThat(answer.header("X-Content-Type-Options")).as("%s", answer).hasValue("nosniff");
    assertThat(answer.header("Referrer-Policy")).as("%s", answer).isPresent();
    assertThat(answer.header("Content-Security-Policy").orElse(""))
        .as("%s", answer)
        .contains("frame-ancestors")
        .doesNotContain("unsafe-eval");
  }
}
