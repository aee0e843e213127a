package dev.switchboard.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.stream.TestDatabase;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each list is read along an index, in its order: nothing is read through, nothing is sorted. */
class PlanIT {

  private final TestDatabase database = TestDatabase.ofInstallation();
  private final OffsetDateTime now = OffsetDateTime.parse("2031-03-31T12:00:00Z");

  @Test
  void the_notes_of_a_user_are_read_along_their_age() {
    String plan = database.plan(NoteRepository.OF_USER, "ann", now, new UUID(-1, -1), 51);

    assertReadAlong("note_by_author", plan);
  }

  @Test
  void public_notes_are_read_along_their_age() {
    String plan = database.plan(NoteRepository.PUBLIC, now, new UUID(-1, -1), 51);

    assertReadAlong("note_public_by_age", plan);
  }

  private static void assertReadAlong(String index, String plan) {
    assertThat(plan)
        .contains("Index Scan Backward using " + index)
        .doesNotContain("Seq Scan", "Sort  (");
  }
}
