package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomSendIT {

  private final Account ann = Accounts.fresh();
  private final Room room = Room.of(ann);

  @Test
  void a_message_is_accepted_and_its_operation_tells_where_it_is() {
    try (Socket socket = ann.connect()) {
      JsonObject answer = socket.ask(room.message("hello"));

      assertThat(answer).containsOnlyKeys("type", "messageId", "requestId");
      assertThat(Socket.type(answer)).isEqualTo("accepted");
      JsonObject stored = room.stored(answer);
      assertThat(stored.getString("content")).isEqualTo("hello");
      JsonObject operation = ann.api().get("/operations/" + stored.getString("messageId")).json();
      assertThat(operation.getString("status")).isEqualTo("succeeded");
      assertThat(operation.getString("resource")).isEqualTo("/api/v1" + room.path());
    }
  }

  @Test
  void the_clients_own_id_comes_back_and_lets_a_message_in_once() {
    Map<String, Object> once =
        room.message("once", Map.of("clientMessageId", UUID.randomUUID().toString()));

    try (Socket socket = ann.connect();
        Socket later = ann.connect()) {
      JsonObject first = socket.ask(once);
      JsonObject again = socket.ask(once);
      room.stored(first);
      JsonObject muchLater = later.ask(once);
      room.say(socket, "fence");

      assertThat(first.getString("clientMessageId")).isEqualTo(once.get("clientMessageId"));
      assertThat(again.getString("messageId")).isEqualTo(first.getString("messageId"));
      assertThat(muchLater.getString("messageId")).isEqualTo(first.getString("messageId"));
      assertThat(Room.contents(room.history())).containsExactly("once", "fence");
    }
  }

  @Test
  void the_clients_own_id_cannot_be_used_again_for_another_message() {
    Map<String, Object> own = Map.of("clientMessageId", UUID.randomUUID().toString());

    try (Socket socket = ann.connect()) {
      room.stored(socket.ask(room.message("one", own)));

      assertError(socket.ask(room.message("two", own)), "invalid");
      assertError(socket.ask(Room.of(ann).message("one", own)), "invalid");
    }
  }

  @Test
  void two_users_may_use_the_same_id_of_their_own() {
    Account bob = Accounts.fresh();
    Map<String, Object> own = Map.of("clientMessageId", UUID.randomUUID().toString());

    try (Socket anns = ann.connect();
        Socket bobs = bob.connect()) {
      room.stored(anns.ask(room.message("mine", own)));
      room.stored(bobs.ask(room.message("mine", own)));

      assertThat(room.history())
          .extracting(message -> message.getString("userId"))
          .containsExactly(ann.userId(), bob.userId());
    }
  }

  static Stream<Arguments> invalid() {
    return Stream.of(
        arguments("roomId", "with space"),
        arguments("roomId", ""),
        arguments("roomId", "r".repeat(129)),
        arguments("content", "x".repeat(16_385)),
        arguments("content", "a\0b"));
  }

  @ParameterizedTest
  @MethodSource
  void invalid(String member, String value) {
    try (Socket socket = ann.connect()) {
      JsonObject refused = socket.ask(room.message("hello", Map.of(member, value)));

      assertError(refused, "invalid");
      assertThat(refused.getString("message")).contains(member);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"roomId", "content"})
  void a_member_that_is_missing_is_invalid(String missing) {
    Map<String, Object> frame = new HashMap<>(room.message("hello"));
    frame.remove(missing);

    try (Socket socket = ann.connect()) {
      assertError(socket.ask(frame), "invalid");
      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tab\tinside"})
  void an_id_of_the_client_that_is_not_printable_is_invalid(String clientId) {
    try (Socket socket = ann.connect()) {
      assertError(socket.ask(room.message("x", Map.of("clientMessageId", clientId))), "invalid");
    }
  }

  @Test
  void a_text_of_16384_characters_is_stored_whole() {
    String longest = "ß".repeat(16_384);

    try (Socket socket = ann.connect()) {
      assertThat(room.say(socket, longest).getString("content")).isEqualTo(longest);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quotes \" and \\ and /",
        "line\nbreak\r\n\ttab",
        "Grüße, 世界, \uD83D\uDE80",
        "</script>",
        ""
      })
  void what_is_said_comes_back_as_it_was_said(String content) {
    try (Socket socket = ann.connect()) {
      assertThat(room.say(socket, content).getString("content")).isEqualTo(content);
    }
  }

  @Test
  void nobody_speaks_in_anothers_name() {
    Account bob = Accounts.fresh();

    try (Socket socket = ann.connect()) {
      assertError(socket.ask(room.message("x", Map.of("userId", bob.userId()))), "forbidden");
      room.stored(socket.ask(room.message("mine", Map.of("userId", ann.userId()))));

      assertThat(Room.contents(room.history())).containsExactly("mine");
    }
  }

  @Test
  void what_is_said_may_be_empty() {
    try (Socket socket = ann.connect()) {
      room.say(socket, "");

      assertThat(Room.contents(room.history())).containsExactly("");
    }
  }

  @Test
  void nobody_gives_himself_a_name() {
    try (Socket socket = ann.connect()) {
      JsonObject stored = room.stored(socket.ask(room.message("x", Map.of("username", "admin"))));

      assertThat(stored.getString("username")).isEqualTo(ann.username());
    }
  }

  @Test
  void services_and_administrators_may_speak_for_others() {
    Map<String, Object> named = Map.of("userId", ann.userId(), "username", ann.username());
    Map<String, Object> unnamed = Map.of("userId", ann.userId());

    try (Socket robot = Accounts.robot().connect();
        Socket admin = Accounts.admin().connect()) {
      JsonObject byRobot = room.stored(robot.ask(room.message("for ann", named)));
      JsonObject byAdmin = room.stored(admin.ask(room.message("for ann", unnamed)));

      assertThat(byRobot.getString("userId")).isEqualTo(ann.userId());
      assertThat(byRobot.getString("username")).isEqualTo(ann.username());
      assertThat(byAdmin.getString("userId")).isEqualTo(ann.userId());
      assertThat(byAdmin.getString("username")).isEqualTo(ann.userId());
    }
  }

  private static void assertError(JsonObject frame, String code) {
    assertThat(Socket.type(frame)).as("%s", frame).isEqualTo("error");
    assertThat(frame.getString("code")).as("%s", frame).isEqualTo(code);
    assertThat(frame.getString("action")).isEqualTo("sendMessage");
  }
}
