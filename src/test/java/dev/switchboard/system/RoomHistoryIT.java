package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(Lifecycle.PER_CLASS)
class RoomHistoryIT {

  private final Account ann = Accounts.fresh();
  private final Account bob = Accounts.fresh();
  private final Room room = Room.of(ann);

  @BeforeAll
  void seven_messages_are_said() {
    room.filled(7);
  }

  @Test
  void everybody_may_ask_what_was_said_in_a_room() {
    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(room.question(Map.of()));

      assertThat(answer).containsOnlyKeys("type", "roomId", "messages", "hasMore", "requestId");
      assertThat(Socket.type(answer)).isEqualTo("messageHistory");
      assertThat(answer.getString("roomId")).isEqualTo(room.id());
      assertThat(Room.messages(answer)).isEqualTo(room.history()).hasSize(7);
      assertThat(answer.getBoolean("hasMore")).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, true", "3, true", "6, true", "7, false", "8, false", "100, false"})
  void the_latest_come_and_the_oldest_of_them_first(int limit, boolean hasMore) {
    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(room.question(Map.of("limit", limit)));

      assertThat(sequences(Room.messages(answer))).isEqualTo(numbers(Math.max(1, 8 - limit), 7));
      assertThat(answer.getBoolean("hasMore")).isEqualTo(hasMore);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8, 3, 5, 7, true",
    "5, 3, 2, 4, true",
    "4, 3, 1, 3, false",
    "2, 3, 1, 1, false",
    "1, 3, 1, 0, false",
    "0, 3, 1, 0, false",
    "1000000, 100, 1, 7, false"
  })
  void those_before_a_number_come(long before, int limit, int first, int last, boolean hasMore) {
    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(room.question(Map.of("before", before, "limit", limit)));

      assertThat(sequences(Room.messages(answer))).isEqualTo(numbers(first, last));
      assertThat(answer.getBoolean("hasMore")).isEqualTo(hasMore);
    }
  }

  @Test
  void fifty_come_when_no_limit_is_named() {
    Room full = Room.of(ann).filled(51);

    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(full.question(Map.of()));

      assertThat(sequences(Room.messages(answer))).isEqualTo(numbers(2, 51));
      assertThat(answer.getBoolean("hasMore")).isTrue();
    }
  }

  @Test
  void a_room_in_which_nothing_was_said_has_an_empty_history() {
    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(Room.of(bob).question(Map.of()));

      assertThat(Room.messages(answer)).isEmpty();
      assertThat(answer.getBoolean("hasMore")).isFalse();
    }
  }

  @Test
  void what_a_user_said_comes_from_all_rooms_and_from_no_other_user() {
    Account eve = Accounts.fresh();
    Room one = Room.of(eve);
    Room two = Room.of(eve);
    try (Socket eves = eve.connect();
        Socket bobs = bob.connect()) {
      one.say(eves, "first");
      two.say(eves, "second");
      one.as(bob).say(bobs, "by bob");
      one.say(eves, "third");

      JsonObject all = bobs.ask(by(eve, Map.of()));
      JsonObject latest = bobs.ask(by(eve, Map.of("limit", 2)));

      assertThat(all).containsOnlyKeys("type", "userId", "messages", "hasMore", "requestId");
      assertThat(all.getString("userId")).isEqualTo(eve.userId());
      assertThat(Room.contents(Room.messages(all))).containsExactly("first", "second", "third");
      assertThat(Room.messages(all))
          .extracting(message -> message.getString("roomId"))
          .containsExactly(one.id(), two.id(), one.id());
      assertThat(all.getBoolean("hasMore")).isFalse();
      assertThat(Room.contents(Room.messages(latest))).containsExactly("second", "third");
      assertThat(latest.getBoolean("hasMore")).isTrue();
    }
  }

  @Test
  void what_a_user_posts_on_boards_is_not_said_in_rooms() {
    Account eve = Accounts.fresh();
    Board.of(eve).say("on a board");

    Room.of(eve).filled(1);

    try (Socket socket = bob.connect()) {
      List<JsonObject> said = Room.messages(socket.ask(by(eve, Map.of())));
      List<JsonObject> posted = ann.api().get("/users/" + eve.userId() + "/messages").items();

      assertThat(Room.contents(said)).containsExactly("message 1");
      assertThat(posted)
          .extracting(message -> message.getString("data"))
          .containsExactly("on a board");
    }
  }

  /** 100 messages of 16,384 characters are 1.6 million; one answer holds 262,144. */
  @Test
  void a_history_too_large_for_one_answer_comes_in_several() {
    Room talkative = Room.of(ann).filled(nCopies(100, "x".repeat(16_384)));
    List<Integer> seen = new ArrayList<>();

    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(talkative.question(Map.of("limit", 100)));
      assertThat(sequences(Room.messages(answer))).isEqualTo(numbers(86, 100));
      seen.addAll(0, sequences(Room.messages(answer)));
      while (answer.getBoolean("hasMore")) {
        Map<String, Object> older = Map.of("limit", 100, "before", seen.get(0));
        answer = socket.ask(talkative.question(older));
        seen.addAll(0, sequences(Room.messages(answer)));
      }

      assertThat(seen).isEqualTo(numbers(1, 100));
      assertThat(socket.texts()).allMatch(text -> text.length() < 300_000);
      assertThat(Room.messages(socket.ask(by(ann, Map.of("limit", 100))))).isNotEmpty();
      assertThat(socket.isOpen()).isTrue();
    }
  }

  /** 60 answers of 262,144 characters are four times what an outbox holds. */
  @Test
  void who_asks_for_more_than_he_reads_is_told_so_and_stays() throws IOException {
    Room talkative = Room.of(ann).filled(nCopies(20, "x".repeat(16_384)));
    Room fence = Room.of(ann);
    String question = JsonText.of(talkative.question(Map.of("limit", 100)));
    List<JsonObject> answers = new ArrayList<>();

    try (RawSocket slow = RawSocket.open(bob, 8_192)) {
      for (int i = 0; i < 60; i++) {
        slow.sendText(question);
      }
      slow.sendText(JsonText.of(fence.message("asked")));
      fence.awaitSequence(1);
      for (int i = 0; i < 62; i++) {
        answers.add(JsonText.object(slow.read().text()));
      }

      assertThat(answers)
          .extracting(Socket::type)
          .startsWith("welcome", "messageHistory")
          .contains("error")
          .endsWith("accepted");
      assertThat(answers)
          .filteredOn(answer -> Socket.type(answer).equals("error"))
          .extracting(answer -> answer.getString("code"))
          .containsOnly("rateLimited");
    }
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("limit", 0),
        arguments("limit", 101),
        arguments("limit", -1),
        arguments("limit", "7"),
        arguments("limit", new BigDecimal("1.5")),
        arguments("limit", Long.MAX_VALUE),
        arguments("before", -1),
        arguments("before", "7"),
        arguments("roomId", "with space"),
        arguments("roomId", 7),
        arguments("userId", "both at once"));
  }

  @ParameterizedTest
  @MethodSource
  void unreadable(String member, Object value) {
    Map<String, Object> frame = room.question(Map.of());
    frame.put(member, value);

    try (Socket socket = bob.connect()) {
      assertInvalid(socket.ask(frame));
      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  @Test
  void a_question_about_neither_a_room_nor_a_user_is_invalid() {
    try (Socket socket = bob.connect()) {
      assertInvalid(socket.ask(Map.of("action", "getMessages")));
    }
  }

  @Test
  void a_number_says_nothing_about_what_a_user_said_in_all_rooms() {
    try (Socket socket = bob.connect()) {
      assertInvalid(socket.ask(by(ann, Map.of("before", 7))));
    }
  }

  @Test
  void a_user_who_said_nothing_has_an_empty_history() {
    try (Socket socket = bob.connect()) {
      JsonObject answer = socket.ask(by(Accounts.fresh(), Map.of()));

      assertThat(Room.messages(answer)).isEmpty();
      assertThat(answer.getBoolean("hasMore")).isFalse();
    }
  }

  @Test
  void a_user_whom_nobody_can_be_is_invalid() {
    try (Socket socket = bob.connect()) {
      assertInvalid(socket.ask(Map.of("action", "getMessages", "userId", "a\0b")));
    }
  }

  private static Map<String, Object> by(Account user, Map<String, Object> members) {
    Map<String, Object> frame = new HashMap<>(members);
    frame.put("action", "getMessages");
    frame.put("userId", user.userId());
    return frame;
  }

  private static void assertInvalid(JsonObject frame) {
    assertThat(Socket.type(frame)).as("%s", frame).isEqualTo("error");
    assertThat(frame.getString("code")).as("%s", frame).isEqualTo("invalid");
    assertThat(frame.getString("action")).isEqualTo("getMessages");
  }
}
