package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.Collections.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class RoomListIT {

  private final Account ann = Accounts.fresh();
  private final Account bob = Accounts.fresh();
  private final Room room = Room.of(ann);

  @BeforeAll
  void seven_messages_are_said() {
    room.filled(7);
  }

  @Test
  void a_room_is_there_from_its_first_message_on_and_tells_when_the_last_one_came() {
    Room fresh = Room.of(ann);
    try (Socket socket = ann.connect()) {
      socket.ask(fresh.subscription());
      assertThat(listed(fresh)).isEmpty();

      JsonObject first = fresh.say(socket, "first");
      List<JsonObject> before = listed(fresh);
      JsonObject second = fresh.say(socket, "second");

      assertThat(before).hasSize(1);
      assertThat(before.get(0)).containsOnlyKeys("roomId", "lastMessageAt");
      assertThat(before.get(0).getString("lastMessageAt")).isEqualTo(first.getString("createdAt"));
      assertThat(listed(fresh))
          .extracting(seen -> seen.getString("lastMessageAt"))
          .containsExactly(second.getString("createdAt"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 100})
  void a_walk_from_page_to_page_sees_every_room_once(int limit) {
    String family = Room.of(ann).id();
    List<String> ids = List.of(family + "-a", family + ".B", family + ":c", family + "_D");
    ids.forEach(id -> new Room(ann, id).filled(1));

    List<String> seen =
        new Walk(bob.api())
            .items("/rooms?limit=" + limit).stream().map(each -> each.getString("roomId")).toList();

    assertThat(seen).doesNotHaveDuplicates().containsAll(ids).contains(room.id());
  }

  @Test
  void boards_and_chats_are_no_rooms() {
    Board board = Board.of(ann);
    board.say("on a board");
    Chat chat = Chat.of(ann);
    chat.say("in a chat");

    assertThat(new Walk(bob.api()).items("/rooms?limit=100"))
        .extracting(each -> each.getString("roomId"))
        .doesNotContain(board.id(), chat.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 8, 100})
  void a_walk_through_the_messages_sees_everything_once(int limit) {
    Walk walk = new Walk(bob.api());

    assertThat(sequences(walk.items(room.path() + "?limit=" + limit)))
        .isEqualTo(numbers(1, 7).stream().sorted(reverseOrder()).toList());
    assertThat(sequences(walk.items(room.path() + "?afterSequence=4&limit=" + limit)))
        .isEqualTo(numbers(5, 7));
  }

  @Test
  void the_messages_come_newest_first_and_behind_a_number_oldest_first() {
    assertThat(sequences(room.messages(""))).containsExactly(7, 6, 5, 4, 3, 2, 1);
    assertThat(sequences(room.messages("?afterSequence=0"))).isEqualTo(numbers(1, 7));
    assertThat(room.messages("?afterSequence=7")).isEmpty();
  }

  @Test
  void the_link_header_names_the_next_page() {
    Answer first = bob.api().get(room.path() + "?limit=3");

    Answer linked = bob.api().follow(first.nextLink().orElseThrow());

    assertThat(sequences(linked.items())).containsExactly(4, 3, 2);
  }

  @Test
  void a_room_in_which_nothing_was_said_has_no_messages() {
    assertThat(Room.of(ann).messages("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/rooms?limit=0, /limit",
    "/rooms?limit=101, /limit",
    "/rooms?cursor=nonsense, /cursor",
    "/rooms?cursor=W10, /cursor",
    "/rooms?cursor=WyIiXQ, /cursor",
    "/rooms/r/messages?limit=many, /limit",
    "/rooms/r/messages?cursor=WyJ4Il0, /cursor",
    "/rooms/r/messages?afterSequence=-1, /afterSequence",
    "/rooms/a%20b/messages, /roomId"
  })
  void what_is_wrong_is_named(String path, String pointer) {
    assertInvalid(bob.api().get(path), pointer);
  }

  @Test
  void an_id_longer_than_128_characters_is_refused() {
    assertInvalid(bob.api().get("/rooms/" + "r".repeat(129) + "/messages"), "/roomId");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rooms", "/rooms/r/messages"})
  void nobody_reads_without_a_token(String path) {
    assertProblem(Switchboard.underTest().anonymous().get(path), 401);
  }

  private List<JsonObject> listed(Room wanted) {
    return new Walk(bob.api())
        .items("/rooms?limit=100").stream()
            .filter(each -> each.getString("roomId").equals(wanted.id()))
            .toList();
  }
}
