package dev.switchboard.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

  @Test
  void a_cursor_comes_back_as_it_was_given() {
    UUID id = UUID.randomUUID();

    Cursor read = Cursor.parse(Cursor.after(42L, id, "näme \"x\"").encode()).orElseThrow();

    assertThat(read.number(0)).isEqualTo(42);
    assertThat(read.id(1)).isEqualTo(id);
    assertThat(read.keys().get(2)).isEqualTo("näme \"x\"");
  }

  @Test
  void without_a_cursor_a_list_begins_at_its_head() {
    assertThat(Cursor.parse(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%%%", "Zm9v", "eyJhIjoxfQ", "WzFd", "WyJh"})
  void a_cursor_that_is_not_ours_is_refused(String garbage) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Cursor.parse(garbage))
        .satisfies(problem -> assertRefused(problem, "/cursor"));
  }

  @Test
  void a_cursor_of_another_list_is_refused() {
    Cursor cursor = Cursor.after("name");

    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.number(0));
    assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> cursor.id(1));
  }

  @Test
  void a_limit_is_fifty_unless_asked_for() {
    assertThat(Limit.of(null).value()).isEqualTo(50);
    assertThat(Limit.of("1").value()).isEqualTo(1);
    assertThat(Limit.of("100").value()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "101", "-1", "", "ten", "99999999999"})
  void a_limit_out_of_range_is_refused(String limit) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> Limit.of(limit))
        .satisfies(problem -> assertRefused(problem, "/limit"));
  }

  @Test
  void the_row_too_many_shows_that_there_is_a_next_page() {
    List<Integer> rows = IntStream.rangeClosed(1, 3).boxed().toList();

    Page<Integer> page = Page.of(rows, new Limit(2), Cursor::after);

    assertThat(page.items()).containsExactly(1, 2);
    assertThat(Cursor.parse(page.next()).orElseThrow().number(0)).isEqualTo(2);
  }

  @Test
  void the_last_page_has_no_next() {
    assertThat(Page.of(List.of(1, 2), new Limit(2), Cursor::after).next()).isNull();
  }

  private static void assertRefused(ProblemException problem, String pointer) {
    assertThat(problem.type()).isEqualTo(ProblemType.INVALID);
    assertThat(problem.violations()).singleElement().extracting("pointer").isEqualTo(pointer);
  }
}
