package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoteOrderIT {

  private final Account ann = Accounts.fresh();

  @Test
  void what_is_asked_in_quick_succession_is_done_in_that_order() {
    try (Socket socket = ann.connect()) {
      Answer saved = Note.submit(ann, "one", true);
      Note note = Note.accepted(ann, saved);
      List<Answer> asked =
          List.of(saved, note.update("two", true), note.update("three", false), note.delete());

      asked.forEach(ann.api()::succeeded);
      assertProblem(note.getAs(ann), 404);
      assertThat(Note.texts("type", note.await(socket, Note.MINE, 4)))
          .containsExactly("note-saved", "note-updated", "note-updated", "note-deleted");
    }
  }

  @Test
  void the_last_of_many_changes_holds() {
    try (Socket socket = ann.connect()) {
      Note note = Note.accepted(ann, Note.submit(ann, "change 0", false));
      List<Answer> changes =
          IntStream.rangeClosed(1, 30).mapToObj(i -> note.update("change " + i, false)).toList();

      changes.forEach(ann.api()::succeeded);
      assertThat(note.read().getString("content")).isEqualTo("change 30");
      assertThat(Note.texts("content", note.await(socket, Note.MINE, 31)))
          .isEqualTo(IntStream.rangeClosed(0, 30).mapToObj(i -> "change " + i).toList());
    }
  }

  @Test
  void a_removal_right_behind_a_note_removes_it() {
    for (int i = 0; i < 10; i++) {
      Note note = Note.accepted(ann, Note.submit(ann, "short-lived " + i, true));

      note.removed();

      assertProblem(note.getAs(ann), 404);
    }
  }

  @Test
  void nobody_else_changes_a_note_that_is_still_on_its_way() {
    Account bob = Accounts.fresh();
    Note note = Note.accepted(ann, Note.submit(ann, "ann's", false));

    assertProblem(note.updateAs(bob, Note.form("bob's", true)), 403);
    assertProblem(note.deleteAs(bob), 403);
  }

  @Test
  void a_note_that_a_service_writes_is_its_users_from_the_first_moment() {
    Account robot = Accounts.robot();
    Map<String, Object> forAnn = Map.of("content", "for you", "userId", ann.userId());
    for (int i = 0; i < 10; i++) {
      Note note = Note.accepted(ann, robot.api().post("/notes", forAnn));

      assertProblem(note.updateAs(robot, Note.form("mine after all", false)), 403);
      assertProblem(note.deleteAs(robot), 403);
      note.changed("thank you", false);
      robot.api().succeeded(note.updateAs(robot, forAnn));

      assertThat(note.read().getString("content")).isEqualTo("for you");
    }
  }

  @Test
  void a_change_that_comes_behind_the_removal_revives_nothing() {
    Note note = Note.saved(ann, "gone", true).removed();
    try (Socket socket = ann.connect()) {
      note.plantUpdate(UUID.randomUUID(), "revived");

      JsonObject failed = note.await(socket, Note.MINE, 1).get(0);
      assertThat(failed)
          .containsOnlyKeys(
              "type",
              "eventType",
              "notes",
              "noteId",
              "username",
              "error",
              "timestamp",
              "sequenceNumber");
      assertThat(failed.getString("type")).isEqualTo("note-failed");
      assertThat(failed.getString("error")).isNotBlank();
      assertProblem(note.getAs(ann), 404);
      assertThat(Note.texts("noteId", ann.api().get("/notes").items())).isEmpty();
    }
  }

  @Test
  void the_queue_decides_what_comes_last_and_not_the_clocks_of_the_doors() {
    Note note = Note.saved(ann, "one", false).changed("two", false);
    try (Socket socket = ann.connect()) {
      note.plantUpdate(Note.idFromLongAgo(), "three");

      assertThat(Note.texts("type", note.await(socket, Note.MINE, 1)))
          .containsExactly("note-updated");
      assertThat(note.read().getString("content")).isEqualTo("three");
    }
  }
}
