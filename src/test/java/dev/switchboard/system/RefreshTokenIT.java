package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefreshTokenIT {

  private final Account alice = Accounts.alice();

  @Test
  void a_new_token_lengthens_the_connection() {
    String newer = new Accounts(alice.home()).token("alice", Account.PASSWORD);

    try (Socket socket = alice.connect()) {
      JsonObject answer = refresh(socket, newer);

      assertThat(Socket.type(answer)).isEqualTo("tokenRefreshed");
      assertThat(Instant.parse(answer.getString("expiresAt")))
          .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)).plusSeconds(60));
    }
  }

  @Test
  void somebody_elses_token_is_not_taken() {
    assertRefused(Accounts.robot().token());
  }

  @Test
  void a_forged_token_is_not_taken() {
    assertRefused("garbage");
    assertRefused(ForgedTokens.of(alice.token()).get(0));
  }

  @Test
  void a_token_that_allows_less_ends_what_it_does_not_allow() {
    Account robot = Accounts.robot();
    Chat chat = Chat.of(Accounts.fresh());
    String lesser =
        TokenMint.altered(robot, claims -> claims.setStringListClaim("groups", List.of("user")));

    try (Socket socket = robot.connect()) {
      socket.ask(chat.subscription());
      assertThat(Socket.type(refresh(socket, lesser))).isEqualTo("tokenRefreshed");

      JsonObject end = socket.await(frame -> chat.isOf("unsubscribed", frame));
      assertThat(end.getString("reason")).isEqualTo("revoked");
    }
  }

  private void assertRefused(String token) {
    try (Socket socket = alice.connect()) {
      JsonObject answer = refresh(socket, token);

      assertThat(Socket.type(answer)).isEqualTo("error");
      assertThat(answer.getString("code")).isIn("invalid", "forbidden");
      assertThat(answer.getString("message")).doesNotContain(token);
      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  private static JsonObject refresh(Socket socket, String token) {
    return socket.ask(Map.of("action", "refreshToken", "token", token));
  }
}
