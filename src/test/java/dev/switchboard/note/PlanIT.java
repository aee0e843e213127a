package dev.switchboard.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.stream.TestDatabase;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each list is read along an index, in its order: nothing is read through, nothing is sorted. */
class PlanIT {

  private static final String NEWEST_FIRST =
      " and (created_at, id) < (?, ?) order by created_at desc, id desc"
          + " fetch first 51 rows only";

  private final TestDatabase database = TestDatabase.ofInstallation();
  private final OffsetDateTime now = OffsetDateTime.parse("2031-03-31T12:00:00Z");

  @Test
  void the_notes_of_a_user_are_read_along_their_age() {
    String plan =
        database.plan(
            "select id, content from note where user_id = ?" + NEWEST_FIRST,
            "ann",
            now,
            new UUID(-1, -1));

    assertReadAlong("note_by_author", plan);
  }

  @Test
  void public_notes_are_read_along_their_age() {
    String plan =
        database.plan(
            "select id, content from note where is_public = true" + NEWEST_FIRST,
            now,
            new UUID(-1, -1));

    assertReadAlong("note_public_by_age", plan);
  }

  private static void assertReadAlong(String index, String plan) {
    assertThat(plan)
        .contains("Index Scan Backward using " + index)
        .doesNotContain("Seq Scan", "Sort  (");
  }
}
