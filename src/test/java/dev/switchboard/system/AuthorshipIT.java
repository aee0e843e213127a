package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuthorshipIT {

  private final Account alice = Accounts.alice();
  private final Account robot = Accounts.robot();

  @Test
  void nobody_speaks_in_anothers_name() {
    Board board = Board.of(alice);

    assertProblem(postAs(board, alice, robot.userId()), 403);
    assertProblem(postAs(board, alice, UUID.randomUUID().toString()), 403);
    assertThat(board.history()).isEmpty();
  }

  @Test
  void to_name_oneself_is_fine() {
    Board board = Board.of(alice);

    alice.api().succeeded(postAs(board, alice, alice.userId()));

    assertThat(authors(board)).containsExactly(alice.userId());
  }

  @Test
  void services_and_administrators_may_speak_for_others() {
    Board board = Board.of(alice);

    robot.api().succeeded(postAs(board, robot, alice.userId()));
    Accounts.admin().api().succeeded(postAs(board, Accounts.admin(), robot.userId()));

    assertThat(authors(board)).containsExactly(alice.userId(), robot.userId());
  }

  @Test
  void a_board_is_not_made_in_anothers_name() {
    Map<String, String> body = Map.of("name", "Not mine", "userId", robot.userId());

    assertProblem(alice.api().post("/boards", body), 403);
  }

  private static Answer postAs(Board board, Account caller, String userId) {
    return caller
        .api()
        .post(board.path() + "/messages", Map.of("topic", "t", "data", "d", "userId", userId));
  }

  private static List<String> authors(Board board) {
    return board.history().stream().map(message -> message.getString("userId")).toList();
  }
}
