package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatSendIT {

  private final Account ann = Accounts.fresh();
  private final Chat chat = Chat.of(ann);

  @Test
  void a_message_sent_over_the_socket_is_accepted_and_stored() {
    try (Socket socket = ann.connect()) {
      JsonObject answer = socket.ask(send(chat.fifo("by socket")));

      assertThat(answer).containsOnlyKeys("type", "messageId", "requestId");
      assertThat(Socket.type(answer)).isEqualTo("accepted");
      chat.awaitSequence(1);
      JsonObject stored = chat.history().get(0);
      assertThat(stored.getString("messageId")).isEqualTo(answer.getString("messageId"));
      assertThat(stored.getString("content")).isEqualTo("by socket");
      assertThat(stored.getString("userId")).isEqualTo(ann.userId());
    }
  }

  @Test
  void the_sender_gets_it_too_as_a_subscriber() {
    try (Socket socket = ann.connect()) {
      socket.ask(chat.subscription());
      socket.ask(send(chat.fifo("to all")));

      assertThat(Chat.contents(chat.await(socket, 1))).containsExactly("to all");
    }
  }

  @Test
  void the_clients_own_id_comes_back_and_lets_a_message_in_once() {
    String clientId = UUID.randomUUID().toString();

    try (Socket socket = ann.connect();
        Socket later = ann.connect()) {
      JsonObject first = socket.ask(send(chat.fifo("once"), clientId));
      JsonObject again = socket.ask(send(chat.fifo("once"), clientId));
      JsonObject muchLater = later.ask(send(chat.fifo("once"), clientId));
      chat.say("fence");

      assertThat(first.getString("clientMessageId")).isEqualTo(clientId);
      assertThat(again.getString("messageId")).isEqualTo(first.getString("messageId"));
      assertThat(muchLater.getString("messageId")).isEqualTo(first.getString("messageId"));
      assertThat(Chat.contents(chat.history())).containsExactly("once", "fence");
    }
  }

  @Test
  void the_clients_own_id_and_the_idempotency_key_are_one() {
    String key = UUID.randomUUID().toString();

    try (Socket socket = ann.connect()) {
      JsonObject sent = socket.ask(send(chat.fifo("once"), key));
      Answer posted = ann.api().post("/publish", chat.fifo("once"), key);

      assertThat(posted.id()).isEqualTo(sent.getString("messageId"));
    }
  }

  @Test
  void the_clients_own_id_cannot_be_used_again_for_another_message() {
    String clientId = UUID.randomUUID().toString();

    try (Socket socket = ann.connect()) {
      socket.ask(send(chat.fifo("one"), clientId));
      JsonObject refused = socket.ask(send(chat.fifo("two"), clientId));

      assertError(refused, "invalid");
    }
  }

  @ParameterizedTest
  @CsvSource({"content,''", "chatId,with space", "eventType,''"})
  void what_is_invalid_is_named(String member, String value) {
    Map<String, Object> change = new HashMap<>();
    change.put(member, member.equals("content") ? "x".repeat(16_385) : value);

    try (Socket socket = ann.connect()) {
      JsonObject refused = socket.ask(send(Chat.message(Chat.PUSHED, "fifo", chat.id(), change)));

      assertError(refused, "invalid");
      assertThat(refused.getString("message")).contains(member);
    }
  }

  @Test
  void a_payload_that_is_no_object_is_invalid() {
    try (Socket socket = ann.connect()) {
      assertError(
          socket.ask(
              Map.of(
                  "action", "sendMessage",
                  "targetChannel", "WebSocket",
                  "messageType", "fifo",
                  "payload", "text")),
          "invalid");
      assertError(socket.ask(send(chat.fifo("x"), "")), "invalid");
      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  @Test
  void who_may_only_read_is_told_so() {
    Account bob = Accounts.fresh();
    chat.let(bob, "reader");

    try (Socket socket = bob.connect()) {
      assertError(socket.ask(send(chat.fifo("x"))), "forbidden");
      assertError(
          socket.ask(send(Chat.message("SMS", "fifo", Chat.uniqueId(), Map.of()))), "forbidden");
    }
  }

  private static void assertError(JsonObject frame, String code) {
    assertThat(Socket.type(frame)).as("%s", frame).isEqualTo("error");
    assertThat(frame.getString("code")).as("%s", frame).isEqualTo(code);
    assertThat(frame.getString("action")).isEqualTo("sendMessage");
  }

  private static Map<String, Object> send(Map<String, Object> message) {
    Map<String, Object> frame = new HashMap<>(message);
    frame.put("action", "sendMessage");
    return frame;
  }

  private static Map<String, Object> send(Map<String, Object> message, String clientId) {
    Map<String, Object> frame = send(message);
    frame.put("clientMessageId", clientId);
    return frame;
  }
}
