package dev.switchboard.system;

import static dev.switchboard.Waiting.patiently;
import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionLimitIT {

  private final Account ann = Accounts.fresh();
  private final List<Socket> open = new ArrayList<>();

  @AfterEach
  void hang_up() {
    open.forEach(Socket::close);
  }

  @Test
  void the_twenty_first_connection_of_a_user_is_closed_and_the_others_stay() {
    range(0, 20).forEach(i -> open.add(ann.connect()));

    try (Socket oneTooMany = ann.handshake().bearer(ann.token()).open()) {
      assertThat(oneTooMany.awaitClosure().code()).isEqualTo(4504);
    }

    assertThat(open)
        .allSatisfy(
            s -> assertThat(Socket.type(s.ask(Map.of("action", "ping")))).isEqualTo("pong"));
  }

  @Test
  void a_connection_that_was_dropped_makes_room_for_another() {
    range(0, 20).forEach(i -> open.add(ann.connect()));
    open.remove(19).abort();
    open.remove(18).close();

    patiently().until(this::isLetIn);
    patiently().until(this::isLetIn);
  }

  @Test
  void two_hundred_subscriptions_fit_on_one_connection_and_not_one_more() {
    List<Board> boards = boards(201);

    try (Socket socket = ann.connect()) {
      for (Board board : boards.subList(0, 200)) {
        assertThat(Socket.type(socket.subscribe(board))).isEqualTo("subscribed");
      }
      JsonObject refused = socket.subscribe(boards.get(200));

      assertThat(Socket.type(refused)).isEqualTo("error");
      socket.ask(Map.of("action", "unsubscribe", "boardId", boards.get(0).id()));
      assertThat(Socket.type(socket.subscribe(boards.get(200)))).isEqualTo("subscribed");
    }
  }

  private boolean isLetIn() {
    Socket socket = ann.handshake().bearer(ann.token()).open();
    patiently().until(() -> !socket.texts().isEmpty() || !socket.isOpen());
    if (socket.isOpen()) {
      open.add(socket);
    }
    return socket.isOpen();
  }

  private List<Board> boards(int count) {
    List<Answer> accepted =
        range(0, count)
            .mapToObj(i -> ann.api().post("/boards", Map.of("name", "One of many")))
            .toList();
    return accepted.stream().map(answer -> Board.created(ann, answer)).toList();
  }
}
