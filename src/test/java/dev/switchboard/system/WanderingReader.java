package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A client that reads a stretch of a board, leaves in some way, and asks on from where it was. At
 * times it also looks in from another place: the start, one back, the head, far beyond it.
 */
final class WanderingReader {

  private final Account account;
  private final Board board;
  private final int last;
  private final Random random;
  private final List<Integer> seen = new ArrayList<>();

  WanderingReader(Account account, Board board, int last, long seed) {
    this.account = account;
    this.board = board;
    this.last = last;
    this.random = new Random(seed);
  }

  List<Integer> readAll() {
    while (seen.size() < last) {
      try (Socket socket = account.connect()) {
        int stretches = 1 + random.nextInt(3);
        for (int i = 0; i < stretches && seen.size() < last; i++) {
          readOn(socket);
          lookInElsewhere(socket);
        }
        subscribeAndLeave(socket);
      }
    }
    return seen;
  }

  /** Everything that comes until the subscription is ended counts. */
  private void readOn(Socket socket) {
    int already = socket.messages(board).size();
    subscribeAndRead(socket, already);
    unsubscribe(socket);
    seen.addAll(sequences(since(socket, already)));
  }

  private void subscribeAndLeave(Socket socket) {
    int already = socket.messages(board).size();
    subscribeAndRead(socket, already);
    if (random.nextBoolean()) {
      socket.abort();
    } else {
      socket.close();
    }
    seen.addAll(sequences(since(socket, already)));
  }

  private void subscribeAndRead(Socket socket, int already) {
    JsonObject answer = socket.subscribe(board, seen.size());
    assertThat(answer.getInt("replayed"))
        .as("%s after %d", answer, seen.size())
        .isEqualTo(answer.getInt("lastSequence") - seen.size());
    int wanted = Math.min(random.nextInt(40), last - seen.size());
    socket.awaitMessages(board, already + wanted);
  }

  private List<JsonObject> since(Socket socket, int already) {
    List<JsonObject> all = socket.messages(board);
    return all.subList(already, all.size());
  }

  private void unsubscribe(Socket socket) {
    socket.ask(Map.of("action", "unsubscribe", "boardId", board.id()));
  }

  private void lookInElsewhere(Socket socket) {
    int already = socket.messages(board).size();
    int since = List.of(0, Math.max(0, seen.size() - 1), last + 100).get(random.nextInt(3));
    JsonObject answer = socket.subscribe(board, since);
    int replayed = answer.getInt("replayed");
    socket.awaitMessages(board, already + replayed);
    unsubscribe(socket);

    List<Integer> brought = sequences(since(socket, already));
    if (since <= last) {
      assertThat(brought).isEqualTo(numbers(since + 1, since + brought.size()));
    } else {
      assertThat(replayed).isZero();
    }
  }
}
