package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomIT {

  private static final int EACH = 40;

  private final Account ann = Accounts.fresh();
  private final Account bob = Accounts.fresh();
  private final Room room = Room.of(ann);

  @Test
  void what_is_said_is_pushed_to_every_subscriber_as_the_contract_says() {
    try (Socket speaker = ann.connect();
        Socket listener = bob.connect()) {
      speaker.ask(room.subscription());
      listener.ask(room.subscription());
      JsonObject accepted = speaker.ask(room.message("hello"));

      JsonObject frame = listener.await(seen -> room.isOf("message", seen));
      assertThat(frame).containsOnlyKeys("type", "roomId", "message");
      JsonObject message = frame.getJsonObject("message");
      assertThat(message)
          .containsOnlyKeys(
              "messageId",
              "roomId",
              "userId",
              "username",
              "content",
              "createdAt",
              "sequenceNumber");
      assertThat(message.getString("messageId")).isEqualTo(accepted.getString("messageId"));
      assertThat(message.getString("roomId")).isEqualTo(room.id());
      assertThat(message.getString("userId")).isEqualTo(ann.userId());
      assertThat(message.getString("username")).isEqualTo(ann.username());
      assertThat(message.getString("content")).isEqualTo("hello");
      assertThat(message.getString("createdAt")).endsWith("Z");
      assertThat(message.getInt("sequenceNumber")).isEqualTo(1);
      assertThat(room.await(speaker, 1)).containsExactly(message);
      assertThat(room.history()).containsExactly(message);
    }
  }

  @Test
  void a_room_may_be_followed_before_anything_is_said_in_it() {
    try (Socket listener = bob.connect();
        Socket speaker = ann.connect()) {
      JsonObject answer = listener.ask(room.subscription(0));
      room.say(speaker, "the first");

      assertThat(Socket.type(answer)).isEqualTo("subscribed");
      assertThat(answer.getString("roomId")).isEqualTo(room.id());
      assertThat(answer.getInt("lastSequence")).isZero();
      assertThat(answer.getInt("replayed")).isZero();
      assertThat(Room.contents(room.await(listener, 1))).containsExactly("the first");
    }
  }

  @Test
  void who_only_speaks_is_sent_nothing() {
    try (Socket speaker = ann.connect()) {
      room.say(speaker, "not for me");
      speaker.ask(Map.of("action", "ping"));

      assertThat(room.in(speaker)).isEmpty();
    }
  }

  @Test
  void what_is_said_elsewhere_or_after_leaving_is_not_pushed() {
    Room other = Room.of(ann);

    try (Socket leaving = bob.connect();
        Socket speaker = ann.connect()) {
      speaker.ask(room.subscription());
      leaving.ask(room.subscription());
      other.say(speaker, "elsewhere");
      room.say(speaker, "before");
      room.await(leaving, 1);

      JsonObject answer = leaving.ask(Map.of("action", "unsubscribe", "roomId", room.id()));
      room.say(speaker, "after");
      room.await(speaker, 2);
      leaving.ask(Map.of("action", "ping"));

      assertThat(room.isOf("unsubscribed", answer)).isTrue();
      assertThat(Room.contents(room.in(leaving))).containsExactly("before");
      assertThat(other.in(leaving)).isEmpty();
    }
  }

  @Test
  void three_who_speak_at_once_make_one_order_live_stored_and_replayed() {
    Account cid = Accounts.fresh();

    try (Socket live = bob.connect();
        Socket late = cid.connect()) {
      live.ask(room.subscription());
      List<CompletableFuture<Void>> speakers =
          Stream.of(ann, bob, cid).map(who -> runAsync(() -> speak(room.as(who)))).toList();
      speakers.forEach(CompletableFuture::join);
      List<JsonObject> seen = room.await(live, 3 * EACH);
      late.ask(room.subscription(0));
      List<JsonObject> replayed = room.await(late, 3 * EACH);

      assertThat(sequences(seen)).isEqualTo(numbers(1, 3 * EACH));
      assertThat(room.history()).isEqualTo(seen);
      assertThat(replayed).isEqualTo(seen);
      Stream.of(ann, bob, cid).forEach(who -> assertInOwnOrder(seen, who));
    }
  }

  private static void speak(Room room) {
    try (Socket socket = room.speaker().connect()) {
      IntStream.rangeClosed(1, EACH).forEach(i -> socket.send(room.message("%03d".formatted(i))));
      socket.awaitTexts(1 + EACH);

      assertThat(socket.objects().subList(1, 1 + EACH))
          .extracting(Socket::type)
          .containsOnly("accepted");
    }
  }

  private static void assertInOwnOrder(List<JsonObject> seen, Account who) {
    assertThat(seen)
        .filteredOn(message -> message.getString("userId").equals(who.userId()))
        .extracting(message -> message.getString("content"))
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSize(EACH);
  }

  @ParameterizedTest
  @CsvSource({"0, 4", "1, 3", "3, 1", "4, 0", "1000000, 0"})
  void what_was_missed_is_replayed_and_live_messages_follow_without_a_seam(
      long since, int replayed) {
    room.filled(4);

    try (Socket listener = bob.connect();
        Socket speaker = ann.connect()) {
      JsonObject answer = listener.ask(room.subscription(since));
      room.say(speaker, "live");

      assertThat(answer.getInt("lastSequence")).isEqualTo(4);
      assertThat(answer.getInt("replayed")).isEqualTo(replayed);
      assertThat(sequences(room.await(listener, replayed + 1))).isEqualTo(numbers(5 - replayed, 5));
    }
  }

  @Test
  void each_room_counts_for_itself() {
    Room other = Room.of(ann);

    room.filled(3);
    other.filled(2);

    assertThat(sequences(room.history())).containsExactly(1, 2, 3);
    assertThat(sequences(other.history())).containsExactly(1, 2);
  }

  @Test
  void a_handshake_subscribes_to_the_rooms_that_it_names() {
    Room other = Room.of(ann);
    String rooms = "roomId=" + room.id() + "&roomId=" + other.id();

    try (Socket socket = ann.handshake().query(rooms).bearer(ann.token()).open().welcomed()) {
      socket.await(frame -> room.isOf("subscribed", frame));
      socket.await(frame -> other.isOf("subscribed", frame));
      room.say(socket, "in one");
      other.say(socket, "in the other");

      assertThat(Room.contents(room.await(socket, 1))).containsExactly("in one");
      assertThat(Room.contents(other.await(socket, 1))).containsExactly("in the other");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "with space", "a/b", "ä", "a\0b"})
  void what_cannot_be_a_room_is_not_found(String id) {
    try (Socket socket = ann.connect()) {
      JsonObject answer = socket.ask(new Room(ann, id).subscription());

      assertThat(Socket.type(answer)).isEqualTo("error");
      assertThat(answer.getString("code")).isEqualTo("notFound");
      assertThat(answer.getString("action")).isEqualTo("subscribe");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A.b_c:d-9"})
  void an_id_may_hold_letters_digits_and_four_signs(String prefix) {
    Room named = new Room(ann, prefix + ":" + room.id());

    try (Socket socket = ann.connect()) {
      socket.ask(named.subscription());
      named.say(socket, "here");

      assertThat(Room.contents(named.await(socket, 1))).containsExactly("here");
    }
  }

  @Test
  void an_id_may_have_128_characters_and_no_more() {
    String longest = room.id() + "-".repeat(128 - room.id().length());

    try (Socket socket = ann.connect()) {
      new Room(ann, longest).say(socket, "here");
      JsonObject refused = socket.ask(new Room(ann, longest + "-").message("there"));

      assertThat(refused.getString("code", "")).isEqualTo("invalid");
    }
  }
}
