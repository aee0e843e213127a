package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeIT {

  private final Account alice = Accounts.alice();

  static List<UnaryOperator<Handshake>> waysToGiveTheToken() {
    String token = Accounts.alice().token();
    return List.of(
        handshake -> handshake.bearer(token),
        handshake -> handshake.query("token=" + token),
        handshake -> handshake.subprotocols("switchboard.v1", "bearer." + token));
  }

  @ParameterizedTest
  @MethodSource("waysToGiveTheToken")
  void a_token_may_be_given_in_three_ways(UnaryOperator<Handshake> way) {
    try (Socket socket = way.apply(alice.handshake()).open().welcomed()) {
      JsonObject welcome = socket.objects().get(0);

      assertThat(Socket.type(welcome)).isEqualTo("welcome");
      assertThat(welcome.getString("userId")).isEqualTo(alice.userId());
      assertThat(welcome.getString("connectionId")).isNotBlank();
      assertThat(welcome.getString("node")).isNotBlank();
      assertThat(Instant.parse(welcome.getString("serverTime"))).isNotNull();
    }
  }

  @Test
  void the_server_picks_the_protocol_and_does_not_send_the_token_back() {
    Handshake offer = alice.handshake().subprotocols("switchboard.v1", "bearer." + alice.token());

    try (Socket socket = offer.open()) {
      assertThat(socket.subprotocol()).isEqualTo("switchboard.v1");
    }
  }

  @Test
  void every_connection_has_a_name_of_its_own() {
    try (Socket one = alice.connect();
        Socket two = alice.connect()) {
      assertThat(one.objects().get(0).getString("connectionId"))
          .isNotEqualTo(two.objects().get(0).getString("connectionId"));
    }
  }

  @Test
  void without_a_token_the_door_stays_shut() {
    assertThat(alice.handshake().status()).isEqualTo(401);
    assertThat(alice.handshake().subprotocols("switchboard.v1").status()).isEqualTo(401);
  }

  static List<String> badTokens() {
    return ForgedTokens.of(Accounts.alice().token());
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  @ValueSource(strings = {"garbage", "a.b.c"})
  void with_a_bad_token_the_door_stays_shut(String token) {
    assertThat(alice.handshake().bearer(token).status()).isEqualTo(401);
    assertThat(alice.handshake().query("token=" + token).status()).isEqualTo(401);
    assertThat(alice.handshake().subprotocols("switchboard.v1", "bearer." + token).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example",
        "null",
        "http://127.0.0.1",
        "http://127.0.0.1.example"
      })
  void a_page_of_another_origin_is_refused(String origin) {
    assertThat(alice.handshake().bearer(alice.token()).origin(origin).status()).isEqualTo(403);
  }

  @Test
  void a_page_of_the_servers_own_origin_is_let_in() {
    Handshake own = alice.handshake().bearer(alice.token()).origin(alice.home().origin());

    assertThat(own.status()).isEqualTo(101);
  }
}
