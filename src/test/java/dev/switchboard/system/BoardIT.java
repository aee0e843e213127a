package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoardIT {

  private final Account alice = Accounts.alice();

  @Test
  void a_board_is_accepted_and_comes_into_being() {
    Answer accepted = alice.api().post("/boards", Map.of("name", "General"));

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.string("message")).isEqualTo("Board creation request is accepted.");
    JsonObject board = alice.api().get(Board.created(alice, accepted).path()).json();
    assertThat(board).containsKeys("id", "name", "createdBy", "createdAt");
    assertThat(board.getString("id")).isEqualTo(accepted.id());
    assertThat(board.getString("name")).isEqualTo("General");
    assertThat(board.getString("createdBy")).isEqualTo(alice.userId());
  }

  @Test
  void a_board_is_seen_by_everybody() {
    Board board = Board.of(alice);

    assertThat(Accounts.robot().api().get(board.path()).id()).isEqualTo(board.id());
  }

  @Test
  void two_boards_may_have_one_name() {
    Board one = Board.named(alice, "Same");
    Board two = Board.named(alice, "Same");

    assertThat(one.id()).isNotEqualTo(two.id());
  }

  @Test
  void the_list_holds_every_board_once() {
    List<String> made = List.of(Board.of(alice).id(), Board.of(alice).id(), Board.of(alice).id());

    List<String> listed = allBoards();

    assertThat(listed).containsAll(made).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void a_blank_name_is_refused(String name) {
    assertInvalid(alice.api().post("/boards", Map.of("name", name)), "/name");
  }

  @Test
  void a_name_that_is_missing_or_null_is_refused() {
    assertInvalid(alice.api().post("/boards", Map.of()), "/name");
    assertInvalid(alice.api().post("/boards", Map.of("name", JsonValue.NULL)), "/name");
  }

  @Test
  void a_name_without_end_is_refused() {
    assertInvalid(alice.api().post("/boards", Map.of("name", "x".repeat(100_000))), "/name");
  }

  @Test
  void a_character_that_cannot_be_stored_is_refused_at_the_door() {
    assertProblem(alice.api().post("/boards", Map.of("name", "a\0b")), 400);
  }

  private List<String> allBoards() {
    List<String> ids = new ArrayList<>();
    Answer page = alice.api().get("/boards?limit=100");
    page.items().forEach(board -> ids.add(board.getString("id")));
    while (page.next().isPresent()) {
      String cursor = URLEncoder.encode(page.next().get(), StandardCharsets.UTF_8);
      page = alice.api().get("/boards?limit=100&cursor=" + cursor);
      page.items().forEach(board -> ids.add(board.getString("id")));
    }
    return ids;
  }
}
