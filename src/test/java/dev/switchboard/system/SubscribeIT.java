package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubscribeIT {

  private final Account alice = Accounts.alice();

  @Test
  void a_subscription_is_answered_with_where_the_board_stands() {
    Board board = Board.of(alice).filled(3);

    try (Socket socket = alice.connect()) {
      JsonObject answer = socket.subscribe(board);

      assertThat(Socket.type(answer)).isEqualTo("subscribed");
      assertThat(answer.getString("boardId")).isEqualTo(board.id());
      assertThat(answer.getInt("lastSequence")).isEqualTo(3);
      assertThat(answer.getInt("replayed")).isZero();
    }
  }

  @Test
  void an_empty_board_stands_at_nought() {
    Board board = Board.of(alice);

    try (Socket socket = alice.connect()) {
      JsonObject answer = socket.subscribe(board, 0);

      assertThat(answer.getInt("lastSequence")).isZero();
      assertThat(answer.getInt("replayed")).isZero();
    }
  }

  @Test
  void a_posted_message_is_pushed_as_the_contract_says() {
    Board board = Board.of(alice);

    try (Socket socket = Accounts.robot().connect()) {
      socket.subscribe(board);
      JsonObject stored = board.say("live");

      JsonObject frame = socket.await(seen -> Socket.isMessageOf(board, seen));
      assertThat(frame).containsOnlyKeys("type", "boardId", "message");
      assertThat(frame.getJsonObject("message")).isEqualTo(stored);
    }
  }

  @Test
  void all_subscribers_get_the_very_same_frames() {
    Board board = Board.of(alice);

    try (Socket one = alice.connect();
        Socket two = Accounts.robot().connect()) {
      one.subscribe(board);
      two.subscribe(board);
      board.filled(5);
      one.awaitMessages(board, 5);
      two.awaitMessages(board, 5);

      assertThat(frames(one)).isEqualTo(frames(two)).hasSize(5);
    }
  }

  @Test
  void messages_of_other_boards_are_not_pushed() {
    Board mine = Board.of(alice);
    Board other = Board.of(alice);

    try (Socket socket = alice.connect()) {
      socket.subscribe(mine);
      other.say("not for me");
      mine.say("for me");

      socket.awaitMessages(mine, 1);
      assertThat(socket.messages(other)).isEmpty();
    }
  }

  @Test
  void who_unsubscribed_gets_nothing_more() {
    Board board = Board.of(alice);

    try (Socket leaving = alice.connect();
        Socket staying = alice.connect()) {
      leaving.subscribe(board);
      staying.subscribe(board);
      board.say("before");
      leaving.awaitMessages(board, 1);

      JsonObject answer = leaving.ask(Map.of("action", "unsubscribe", "boardId", board.id()));
      board.say("after");
      staying.awaitMessages(board, 2);
      leaving.ask(Map.of("action", "ping"));

      assertThat(Socket.type(answer)).isEqualTo("unsubscribed");
      assertThat(answer.getString("boardId")).isEqualTo(board.id());
      assertThat(leaving.messages(board)).hasSize(1);
    }
  }

  @Test
  void who_comes_back_is_told_again() {
    Board board = Board.of(alice);

    try (Socket socket = alice.connect()) {
      socket.subscribe(board);
      socket.ask(Map.of("action", "unsubscribe", "boardId", board.id()));
      board.say("missed");
      JsonObject answer = socket.subscribe(board, 0);

      assertThat(answer.getInt("replayed")).isEqualTo(1);
      assertThat(socket.awaitMessages(board, 1)).hasSize(1);
    }
  }

  @Test
  void who_subscribes_twice_gets_every_message_once() {
    Board board = Board.of(alice);

    try (Socket socket = alice.connect();
        Socket other = alice.connect()) {
      socket.subscribe(board);
      socket.subscribe(board);
      other.subscribe(board);
      board.filled(3);
      other.awaitMessages(board, 3);
      socket.awaitMessages(board, 3);
      socket.ask(Map.of("action", "ping"));

      assertThat(Board.sequences(socket.messages(board))).containsExactly(1, 2, 3);
    }
  }

  @Test
  void a_board_that_does_not_exist_is_not_found() {
    try (Socket socket = alice.connect()) {
      String nowhere = UUID.randomUUID().toString();

      JsonObject answer = socket.ask(Map.of("action", "subscribe", "boardId", nowhere));

      assertThat(Socket.type(answer)).isEqualTo("error");
      assertThat(answer.getString("code")).isEqualTo("notFound");
      assertThat(answer.getString("message")).isNotBlank();
      assertThat(Socket.type(socket.ask(Map.of("action", "ping")))).isEqualTo("pong");
    }
  }

  @Test
  void another_spelling_of_an_id_is_refused_and_not_followed_in_silence() {
    Board board = Board.of(alice);

    try (Socket socket = alice.connect()) {
      JsonObject answer =
          socket.ask(Map.of("action", "subscribe", "boardId", board.id().toUpperCase(Locale.ROOT)));

      assertThat(answer.getString("code")).isEqualTo("notFound");
    }
  }

  private static List<String> frames(Socket socket) {
    return socket.texts().stream().filter(text -> text.contains("\"message\"")).toList();
  }
}
