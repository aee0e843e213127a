package dev.switchboard.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.stream.TestDatabase;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each list is read along an index, in its order: nothing is read through, nothing is sorted. */
class PlanIT {

  private static final String ENTRIES =
      "select id, frame from stream_entry where kind = 'chat' and stream = 'chat:c' ";

  private final TestDatabase database = TestDatabase.ofInstallation();
  private final OffsetDateTime now = OffsetDateTime.parse("2031-03-31T12:00:00Z");

  @Test
  void the_latest_messages_are_read_along_the_time() {
    String plan =
        database.plan(
            ENTRIES
                + "and stored_at >= ? and stored_at <= ? and (stored_at, id) < (?, ?)"
                + " order by stored_at desc, id desc fetch first 51 rows only",
            now.minusYears(20),
            now,
            now,
            new UUID(-1, -1));

    assertThat(plan).contains("Index Scan Backward", "stored_at");
    assertReadAlongAnIndex(plan);
  }

  @Test
  void messages_behind_a_number_are_read_along_the_numbers() {
    assertReadAlongAnIndex(
        database.plan(
            ENTRIES + "and number > ? order by number fetch first 101 rows only", 100_000L));
  }

  @Test
  void a_message_is_found_by_its_id() {
    assertReadAlongAnIndex(
        database.plan(
            "select frame from stream_entry where id = ? and stored_at >= ?",
            UUID.randomUUID(),
            now.minusYears(20)));
  }

  @Test
  void the_permissions_of_a_user_are_read_along_the_chats() {
    assertReadAlongAnIndex(
        database.plan(PermissionRepository.OF_USER + " fetch first 51 rows only", "ann", "c"));
  }

  @Test
  void the_permissions_in_a_chat_are_read_along_the_users() {
    assertReadAlongAnIndex(
        database.plan(PermissionRepository.OF_CHAT + " fetch first 51 rows only", "c", "ann"));
  }

  @Test
  void a_role_is_found_by_the_key() {
    assertReadAlongAnIndex(database.plan(PermissionRepository.ROLE, "c", "ann"));
  }

  private static void assertReadAlongAnIndex(String plan) {
    assertThat(plan).contains("Index").doesNotContain("Seq Scan", "Sort  (");
  }
}
