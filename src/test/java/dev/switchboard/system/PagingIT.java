package dev.switchboard.system;

import static dev.switchboard.system.Board.numbers;
import static dev.switchboard.system.Board.sequences;
import static dev.switchboard.system.Problems.assertProblem;
import static java.util.Collections.reverseOrder;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class PagingIT {

  private final Account alice = Accounts.alice();
  private Board board = new Board(alice, "");

  @BeforeAll
  void a_board_of_seven_messages() {
    board = Board.of(alice).filled(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 8, 100})
  void a_walk_from_page_to_page_sees_everything_once(int limit) {
    List<Integer> newestFirst = numbers(1, 7).stream().sorted(reverseOrder()).toList();

    assertThat(sequences(walk("?limit=" + limit))).isEqualTo(newestFirst);
    assertThat(sequences(walk("?afterSequence=0&limit=" + limit))).isEqualTo(numbers(1, 7));
    assertThat(sequences(walk("?topic=news&limit=" + limit))).isEqualTo(newestFirst);
  }

  @Test
  void what_comes_meanwhile_does_not_shift_the_pages() {
    Board growing = Board.of(alice).filled(4);
    Answer first = get(growing.path() + "/messages?limit=2");
    growing.say("meanwhile");

    Answer second = get(growing.path() + "/messages?limit=2" + cursor(first.next()));

    assertThat(sequences(second.items())).containsExactly(2, 1);
  }

  @Test
  void the_link_header_names_the_next_page() {
    Answer first = get(path("?limit=3"));

    Answer linked = alice.api().follow(first.nextLink().orElseThrow());

    assertThat(sequences(linked.items())).containsExactly(4, 3, 2);
  }

  @Test
  void the_last_page_names_no_next_one() {
    Answer last = get(path("?limit=7"));

    assertThat(last.next()).isEmpty();
    assertThat(last.nextLink()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "many", "1.5", "99999999999999999999"})
  void a_limit_that_is_not_from_1_to_100_is_refused(String limit) {
    assertProblem(get(path("?limit=" + limit)), 400);
    assertProblem(get("/boards?limit=" + limit), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "!!!", "AAAA", "W10", "WyJ4Il0", "e30"})
  void a_cursor_that_was_not_given_out_is_refused(String cursor) {
    assertProblem(get(path("?cursor=" + cursor)), 400);
    assertProblem(get("/boards?cursor=" + cursor), 400);
  }

  @Test
  void fifty_is_the_page_when_none_is_asked_for() {
    Board board51 = Board.of(Accounts.robot()).filled(51);

    Answer page = Accounts.robot().api().get(board51.path() + "/messages");

    assertThat(page.items()).hasSize(50);
    assertThat(page.next()).isPresent();
  }

  private List<JsonObject> walk(String query) {
    List<JsonObject> seen = new ArrayList<>();
    Answer page = get(path(query));
    seen.addAll(page.items());
    while (page.next().isPresent()) {
      page = get(path(query + cursor(page.next())));
      seen.addAll(page.items());
    }
    return seen;
  }

  private String path(String query) {
    return board.path() + "/messages" + query;
  }

  private Answer get(String path) {
    return alice.api().get(path);
  }

  private static String cursor(Optional<String> next) {
    return "&cursor=" + URLEncoder.encode(next.orElseThrow(), StandardCharsets.UTF_8);
  }
}
