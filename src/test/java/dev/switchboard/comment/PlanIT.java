package dev.switchboard.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.stream.TestDatabase;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The comments of a post are read along an index, in its order: nothing is sorted. */
class PlanIT {

  private static final String COMMENTS = "select id, content from comment where post_id = ? ";

  private final TestDatabase database = TestDatabase.ofInstallation();

  @Test
  void the_oldest_comments_are_read_along_the_time() {
    assertReadAlongAnIndex(
        database.plan(
            COMMENTS
                + "and (created_at, id) > (?, ?)"
                + " order by created_at, id fetch first 51 rows only",
            "p",
            OffsetDateTime.parse("2031-03-31T12:00:00Z"),
            UUID.randomUUID()));
  }

  @Test
  void the_latest_comments_are_read_along_the_time_backwards() {
    String plan =
        database.plan(
            COMMENTS + "order by created_at desc, id desc fetch first 100 rows only", "p");

    assertThat(plan).contains("Index Scan Backward");
    assertReadAlongAnIndex(plan);
  }

  @Test
  void comments_are_counted_in_the_index() {
    assertReadAlongAnIndex(database.plan("select count(id) from comment where post_id = ?", "p"));
  }

  private static void assertReadAlongAnIndex(String plan) {
    assertThat(plan).contains("comment_by_post").doesNotContain("Seq Scan", "Sort  (");
  }
}
