package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = TokenMint.KEY, matches = ".+", disabledReason = "needs the key")
class TokenEndIT {

  private final Account alice = Accounts.alice();

  @Test
  void a_token_that_has_ended_is_refused() {
    String ended = TokenMint.ending(alice, Duration.ofMinutes(-5));

    assertProblem(new Api(alice.home(), ended).get("/boards"), 401);
    assertThat(alice.handshake().bearer(ended).status()).isEqualTo(401);
  }

  @Test
  void a_token_without_an_end_is_refused() {
    assertRefused(TokenMint.altered(alice, claims -> claims.unsetClaim("exp")));
  }

  @Test
  void a_token_of_another_issuer_is_refused() {
    assertRefused(TokenMint.altered(alice, claims -> claims.setIssuer("https://other.example")));
  }

  @Test
  void a_token_of_nobody_is_refused() {
    assertRefused(TokenMint.altered(alice, claims -> claims.unsetClaim("sub")));
  }

  @Test
  void a_token_signed_with_the_key_and_left_as_it_was_is_taken() {
    String same = TokenMint.altered(alice, JwtClaims::toJson);

    assertThat(new Api(alice.home(), same).get("/auth/me").id()).isEqualTo(alice.userId());
  }

  @Test
  void a_connection_ends_with_its_token_after_a_warning() {
    String brief = TokenMint.ending(alice, Duration.ofSeconds(8));

    try (Socket socket = alice.handshake().bearer(brief).open().welcomed()) {
      JsonObject warning = socket.await(frame -> Socket.type(frame).equals("tokenExpiring"));

      assertThat(Instant.parse(warning.getString("expiresAt")))
          .isBefore(Instant.now().plusSeconds(9));
      assertThat(socket.awaitClosure().code()).isEqualTo(4001);
    }
  }

  @Test
  void a_connection_whose_token_is_refreshed_in_time_goes_on() {
    Instant end = Instant.now().plusSeconds(5);
    String brief = TokenMint.ending(alice, Duration.ofSeconds(5));

    try (Socket socket = alice.handshake().bearer(brief).open().welcomed()) {
      JsonObject answer = socket.ask(Map.of("action", "refreshToken", "token", alice.token()));
      patiently().until(() -> Instant.now().isAfter(end.plusSeconds(3)));

      assertThat(Socket.type(answer)).isEqualTo("tokenRefreshed");
      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  private void assertRefused(String token) {
    assertProblem(new Api(alice.home(), token).get("/boards"), 401);
  }
}
