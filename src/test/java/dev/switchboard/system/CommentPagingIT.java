package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class CommentPagingIT {

  private static final int STORED = 51;

  private final Account ann = Accounts.fresh();
  private final Post post = Post.of(ann);

  @BeforeAll
  void a_post_with_comments() {
    post.filled(STORED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50, 51, 52, 100})
  void a_walk_from_page_to_page_sees_everything_once(int limit) {
    List<String> all = IntStream.rangeClosed(1, STORED).mapToObj(i -> "comment " + i).toList();

    assertThat(Post.contents(walk("?limit=" + limit))).isEqualTo(all);
  }

  @Test
  void fifty_is_the_page_when_none_is_asked_for() {
    Answer page = post.list("");

    assertThat(page.items()).hasSize(50);
    assertThat(page.next()).isPresent();
  }

  @Test
  void what_comes_meanwhile_stands_on_the_last_page() {
    Post growing = Post.of(ann).filled(3);
    Answer first = growing.list("?limit=2");
    growing.say("meanwhile");

    Answer second = ann.api().follow(first.nextLink().orElseThrow());

    assertThat(Post.contents(second.items())).containsExactly("comment 3", "meanwhile");
    assertThat(second.next()).isEmpty();
    assertThat(second.nextLink()).isEmpty();
  }

  @Test
  void what_is_removed_meanwhile_does_not_shift_the_pages() {
    Post shrinking = Post.of(ann).filled(4);
    Answer first = shrinking.list("?limit=2");
    String last = first.items().get(1).getString("id");
    ann.api().succeeded(shrinking.remove(last));

    Answer second = ann.api().follow(first.nextLink().orElseThrow());

    assertThat(Post.contents(second.items())).containsExactly("comment 3", "comment 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"limit=0", "limit=101", "limit=many", "cursor=nonsense", "cursor=W10", "cursor="})
  void a_limit_or_a_cursor_that_cannot_be_is_refused(String query) {
    assertProblem(ann.api().get(post.path() + "?" + query), 400);
  }

  private List<JsonObject> walk(String query) {
    Answer page = post.list(query);
    List<JsonObject> seen = new ArrayList<>(page.items());
    Optional<URI> next = page.nextLink();
    while (next.isPresent()) {
      page = ann.api().follow(next.get());
      seen.addAll(page.items());
      next = page.nextLink();
    }
    return seen;
  }
}
