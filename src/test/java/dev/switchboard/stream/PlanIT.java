package dev.switchboard.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What is kept for ever, as the messages of rooms and boards are, is read along an index, in its
 * order: nothing is read through, nothing is sorted.
 */
class PlanIT {

  private static final String ENTRIES = "select id, frame from stream_entry where kind = 'room' ";

  private final TestDatabase database = TestDatabase.ofInstallation();
  private final OffsetDateTime now = OffsetDateTime.parse("2031-03-31T12:00:00Z");

  @Test
  void streams_are_read_along_their_names() {
    assertReadAlong("stream_pkey", database.plan(Heads.STREAMS, "room:a", "room;", 51));
  }

  @Test
  void entries_before_a_number_are_read_along_the_numbers() {
    String plan =
        database.plan(
            ENTRIES
                + "and stream = 'room:r' and number < ? order by number desc"
                + " fetch first 51 rows only",
            100_000L);

    assertReadAlong("stream_entry_kept_number", plan);
  }

  @Test
  void what_a_user_wrote_is_read_along_its_age() {
    String plan =
        database.plan(
            ENTRIES
                + "and author = ? and (stored_at, id) < (?, ?)"
                + " order by stored_at desc, id desc fetch first 51 rows only",
            "ann",
            now,
            new UUID(-1, -1));

    assertReadAlong("stream_entry_kept_by_author", plan);
  }

  private static void assertReadAlong(String index, String plan) {
    assertThat(plan)
        .containsPattern("Index Scan (Backward )?using " + index)
        .doesNotContain("Seq Scan", "Sort  (");
  }
}
