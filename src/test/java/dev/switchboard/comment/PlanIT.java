package dev.switchboard.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.stream.TestDatabase;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The comments of a post are read along an index, in its order: nothing is sorted. */
class PlanIT {

  private final TestDatabase database = TestDatabase.ofInstallation();

  @Test
  void the_oldest_comments_are_read_along_the_time() {
    assertReadAlongAnIndex(
        database.plan(
            CommentRepository.WRITTEN_AFTER,
            "p",
            OffsetDateTime.parse("2031-03-31T12:00:00Z"),
            UUID.randomUUID(),
            51));
  }

  @Test
  void the_latest_comments_are_read_along_the_time_backwards() {
    String plan = database.plan(CommentRepository.LATEST, "p", 101);

    assertThat(plan).contains("Index Scan Backward");
    assertReadAlongAnIndex(plan);
  }

  @Test
  void the_last_comment_is_found_without_reading_others() {
    assertReadAlongAnIndex(database.plan(CommentRepository.NEXT_MOMENT, "p"));
  }

  private static void assertReadAlongAnIndex(String plan) {
    assertThat(plan).contains("comment_by_post").doesNotContain("Seq Scan", "Sort  (");
  }
}
