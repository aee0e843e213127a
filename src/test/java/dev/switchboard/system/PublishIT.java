package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishIT {

  private final Account ann = Accounts.fresh();
  private final Account robot = Accounts.robot();

  @Test
  void a_message_is_accepted_and_stored() {
    Chat chat = Chat.of(ann);

    Answer accepted = chat.publish(chat.fifo("hello"));

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.json()).containsOnlyKeys("messageId", "id", "status");
    assertThat(accepted.string("messageId")).isEqualTo(accepted.id());
    assertThat(accepted.string("status")).isEqualTo("accepted");
    assertThat(accepted.location()).asString().endsWith("/api/v1/operations/" + accepted.id());
    JsonObject message = chat.stored(accepted);
    assertThat(message)
        .containsOnlyKeys(
            "messageId",
            "chatId",
            "userId",
            "eventType",
            "content",
            "targetChannel",
            "messageType",
            "sequenceNumber",
            "timestamp");
    assertThat(message.getString("chatId")).isEqualTo(chat.id());
    assertThat(message.getString("userId")).isEqualTo(ann.userId());
    assertThat(message.getString("eventType")).isEqualTo("said");
    assertThat(message.getString("content")).isEqualTo("hello");
    assertThat(message.getString("targetChannel")).isEqualTo("WebSocket");
    assertThat(message.getString("messageType")).isEqualTo("fifo");
    assertThat(message.getInt("sequenceNumber")).isEqualTo(1);
    assertThat(message.getString("timestamp")).endsWith("Z");
  }

  @Test
  void the_operation_tells_where_the_message_is() {
    Chat chat = Chat.of(ann);

    JsonObject operation = ann.api().succeeded(chat.publish(chat.fifo("hello")));

    assertThat(operation.getString("resource")).isEqualTo("/api/v1" + chat.path());
  }

  static Stream<Arguments> invalid() {
    return Stream.of(
        arguments("chatId", "with space", "/payload/chatId"),
        arguments("chatId", "c".repeat(129), "/payload/chatId"),
        arguments("chatId", "", "/payload/chatId"),
        arguments("eventType", "", "/payload/eventType"),
        arguments("eventType", "e".repeat(129), "/payload/eventType"),
        arguments("eventType", "a\0b", "/payload/eventType"),
        arguments("content", "x".repeat(16_385), "/payload/content"),
        arguments("content", "a\0b", "/payload/content"));
  }

  @ParameterizedTest
  @MethodSource
  void invalid(String member, String value, String pointer) {
    Chat chat = Chat.of(ann);

    assertInvalid(
        chat.publish(Chat.message(Chat.PUSHED, "fifo", chat.id(), Map.of(member, value))), pointer);
  }

  @ParameterizedTest
  @CsvSource({"'', fifo, /targetChannel", "a b, fifo, /targetChannel", "SMS, lifo, /messageType"})
  void a_channel_or_type_that_is_none_is_refused(String channel, String type, String pointer) {
    Chat chat = Chat.of(ann);

    assertInvalid(chat.publish(Chat.message(channel, type, chat.id(), Map.of())), pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chatId", "eventType", "content"})
  void a_member_of_the_payload_that_is_missing_is_refused(String missing) {
    Map<String, Object> payload =
        new HashMap<>(Map.of("chatId", "c", "eventType", "e", "content", "x"));
    payload.remove(missing);

    assertInvalid(
        ann.api()
            .post(
                "/publish",
                Map.of("targetChannel", "SMS", "messageType", "fifo", "payload", payload)),
        "/payload/" + missing);
  }

  @Test
  void a_body_without_payload_is_refused() {
    assertInvalid(
        ann.api().post("/publish", Map.of("targetChannel", "SMS", "messageType", "fifo")),
        "/payload");
    assertProblem(
        ann.api()
            .post(
                "/publish",
                Map.of("targetChannel", "SMS", "messageType", "fifo", "payload", "text")),
        400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quotes \" and \\",
        "line\nbreak\ttab",
        "Grüße, 世界, \uD83D\uDE80",
        "</script>",
        ""
      })
  void what_is_said_comes_back_as_it_was_said(String content) {
    assertThat(Chat.of(ann).say(content).getString("content")).isEqualTo(content);
  }

  @Test
  void a_text_of_16384_characters_is_stored_whole() {
    String longest = "ß".repeat(16_384);

    assertThat(Chat.of(ann).say(longest).getString("content")).isEqualTo(longest);
  }

  @Test
  void owners_and_members_may_publish_and_readers_may_not() {
    Account bob = Accounts.fresh();
    Chat chat = Chat.of(ann).let(bob, "member");

    assertThat(chat.publishAs(bob, chat.fifo("as a member")).status()).isEqualTo(202);
    chat.let(bob, "reader");

    assertProblem(chat.publishAs(bob, chat.fifo("as a reader")), 403);
    chat.let(bob, "owner");
    assertThat(chat.publishAs(bob, chat.fifo("as an owner")).status()).isEqualTo(202);
    chat.awaitSequence(2);
    assertThat(Chat.contents(chat.history())).containsExactly("as a member", "as an owner");
  }

  @Test
  void nobody_publishes_in_a_chat_without_a_role_in_it() {
    Chat chat = Chat.of(ann);

    assertProblem(chat.publishAs(Accounts.fresh(), chat.fifo("uninvited")), 403);
    assertProblem(
        ann.api().post("/publish", Chat.message("SMS", "fifo", Chat.uniqueId(), Map.of())), 403);
  }

  @Test
  void a_service_publishes_anywhere_and_so_makes_the_chat() {
    String chatId = Chat.uniqueId();

    Answer accepted =
        robot.api().post("/publish", Chat.message(Chat.PUSHED, "fifo", chatId, Map.of()));

    assertThat(accepted.status()).isEqualTo(202);
    robot.api().succeeded(accepted);
    assertThat(new Chat(robot, chatId).history()).hasSize(1);
    assertProblem(
        ann.api().post("/permissions", Chat.permission(ann.userId(), chatId, "owner")), 403);
  }

  @Test
  void nobody_speaks_in_anothers_name() {
    Chat chat = Chat.of(ann);

    assertProblem(chat.publish(inTheNameOf(robot, chat)), 403);
    assertThat(chat.publish(inTheNameOf(ann, chat)).status()).isEqualTo(202);
    Answer robots = chat.publishAs(robot, inTheNameOf(ann, chat));

    robot.api().succeeded(robots);
    assertThat(chat.history())
        .extracting(message -> message.getString("userId"))
        .containsOnly(ann.userId())
        .hasSize(2);
  }

  @Test
  void a_message_repeated_with_its_key_is_stored_once() {
    Chat chat = Chat.of(ann);
    String key = UUID.randomUUID().toString();

    List<CompletableFuture<Answer>> calls =
        range(0, 8).mapToObj(i -> withKey(key, chat.fifo("once")).sendAsync()).toList();
    List<Answer> answers = calls.stream().map(CompletableFuture::join).toList();

    assertThat(answers).extracting(Answer::status).containsOnly(202);
    assertThat(answers).extracting(Answer::id).containsOnly(answers.get(0).id());
    ann.api().succeeded(answers.get(0));
    chat.say("fence");
    assertThat(Chat.contents(chat.history())).containsExactly("once", "fence");
  }

  @Test
  void a_key_cannot_be_used_again_for_another_message() {
    Chat chat = Chat.of(ann);
    String key = UUID.randomUUID().toString();
    ann.api().succeeded(withKey(key, chat.fifo("one")).send());

    assertProblem(withKey(key, chat.fifo("two")).send(), 422);
    assertProblem(withKey(key, chat.standard("one", true)).send(), 422);
  }

  @Test
  void nobody_publishes_without_a_token() {
    Chat chat = Chat.of(ann);

    assertProblem(Switchboard.underTest().anonymous().post("/publish", chat.fifo("x")), 401);
  }

  private Call withKey(String key, Map<String, Object> message) {
    return ann.api().call("POST", "/publish").json(message).header("Idempotency-Key", key);
  }

  private static Map<String, Object> inTheNameOf(Account user, Chat chat) {
    return Chat.message(Chat.PUSHED, "fifo", chat.id(), Map.of("userId", user.userId()));
  }
}
