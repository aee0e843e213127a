package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteIT {

  private final Account alice = Accounts.alice();
  private final Account robot = Accounts.robot();

  @Test
  void a_note_is_accepted_as_pending_and_then_saved() {
    Answer accepted = Note.submit(alice, "buy milk", false);

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.json()).containsOnlyKeys("message", "noteId", "id", "status");
    assertThat(accepted.string("message")).isEqualTo("Note submitted for processing");
    assertThat(accepted.string("status")).isEqualTo("pending");
    assertThat(accepted.string("noteId")).isEqualTo(accepted.id());
    JsonObject operation = alice.api().succeeded(accepted);
    URI resource = accepted.location().resolve(operation.getString("resource"));
    JsonObject note = alice.api().follow(resource).json();
    assertThat(note)
        .containsOnlyKeys(
            "noteId", "username", "content", "isPublic", "status", "createdAt", "savedAt");
    assertThat(note.getString("noteId")).isEqualTo(accepted.id());
    assertThat(note.getString("username")).isEqualTo(alice.username());
    assertThat(note.getString("content")).isEqualTo("buy milk");
    assertThat(note.getBoolean("isPublic")).isFalse();
    assertThat(note.getString("status")).isEqualTo("saved");
    assertThat(instant(note, "savedAt")).isAfterOrEqualTo(instant(note, "createdAt"));
  }

  @Test
  void a_note_is_private_unless_it_says_otherwise() {
    Answer accepted = alice.api().post("/notes", Map.of("content", "whose?"));
    alice.api().succeeded(accepted);

    assertThat(Note.accepted(alice, accepted).read().getBoolean("isPublic")).isFalse();
  }

  @Test
  void a_note_that_was_changed_says_when() {
    Note note = Note.saved(alice, "before", false);
    JsonObject before = note.read();

    Answer accepted = note.update("after", true);

    assertThat(accepted.json()).containsOnlyKeys("message", "noteId", "id", "status");
    assertThat(accepted.string("noteId")).isEqualTo(note.id()).isNotEqualTo(accepted.id());
    alice.api().succeeded(accepted);
    JsonObject after = note.read();
    assertThat(after.getString("content")).isEqualTo("after");
    assertThat(after.getBoolean("isPublic")).isTrue();
    assertThat(instant(after, "updatedAt")).isAfterOrEqualTo(instant(before, "savedAt"));
    assertThat(after.get("createdAt")).isEqualTo(before.get("createdAt"));
    assertThat(after.get("savedAt")).isEqualTo(before.get("savedAt"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_change_that_does_not_say_who_may_read_leaves_that_as_it_was(boolean isPublic) {
    Note note = Note.saved(alice, "before", isPublic);

    alice.api().succeeded(note.updateAs(alice, Map.of("content", "after")));

    assertThat(note.read().getString("content")).isEqualTo("after");
    assertThat(note.read().getBoolean("isPublic")).isEqualTo(isPublic);
  }

  @Test
  void a_removed_note_is_gone() {
    Note note = Note.saved(alice, "short", true).removed();

    assertProblem(note.getAs(alice), 404);
    assertProblem(note.update("again", true), 404);
    assertProblem(note.delete(), 404);
  }

  @Test
  void a_private_note_is_there_for_its_author_alone() {
    Note note = Note.saved(alice, "mine", false);

    assertProblem(note.getAs(robot), 404);
    assertProblem(note.getAs(Accounts.admin()), 404);
  }

  @Test
  void a_public_note_is_there_for_all() {
    Note note = Note.saved(alice, "everybody's", true);

    assertThat(note.getAs(robot).json()).isEqualTo(note.read());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nobody_changes_anothers_note(boolean isPublic) {
    Note note = Note.saved(alice, "alice's", isPublic);
    JsonObject before = note.read();

    assertProblem(note.updateAs(robot, Note.form("robot's", true)), 403);
    assertProblem(note.deleteAs(robot), 403);
    assertThat(note.read()).isEqualTo(before);
  }

  @Test
  void administrators_may_change_and_remove_any_note() {
    Api admin = Accounts.admin().api();
    Note note = Note.saved(alice, "alice's", false);

    admin.succeeded(note.updateAs(Accounts.admin(), Note.form("moderated", false)));
    assertThat(note.read().getString("content")).isEqualTo("moderated");
    assertThat(note.read().getString("username")).isEqualTo(alice.username());

    admin.succeeded(note.deleteAs(Accounts.admin()));
    assertProblem(note.getAs(alice), 404);
  }

  @Test
  void nobody_writes_in_anothers_name() {
    Note note = Note.saved(alice, "alice's", true);
    Map<String, Object> asRobot = Map.of("content", "said so", "userId", robot.userId());

    assertProblem(alice.api().post("/notes", asRobot), 403);
    assertProblem(note.updateAs(alice, asRobot), 403);
  }

  @Test
  void services_may_write_for_others() {
    Answer accepted =
        robot.api().post("/notes", Map.of("content", "for you", "userId", alice.userId()));
    robot.api().succeeded(accepted);
    Note note = Note.accepted(alice, accepted);

    assertThat(note.read().getString("content")).isEqualTo("for you");
    assertThat(note.read().getString("username")).isEqualTo(alice.userId());
    assertProblem(note.getAs(robot), 404);
    assertThat(note.changed("thank you", false).read().getString("content")).isEqualTo("thank you");
  }

  @Test
  void who_writes_for_others_says_what_they_are_called() {
    Map<String, Object> named =
        Map.of("content", "for you", "userId", alice.userId(), "username", alice.username());
    try (Socket socket = alice.connect()) {
      Answer accepted = robot.api().post("/notes", named);
      robot.api().succeeded(accepted);
      Note note = Note.accepted(alice, accepted);

      assertThat(note.read().getString("username")).isEqualTo(alice.username());
      assertThat(Note.texts("username", note.await(socket, Note.MINE, 1)))
          .containsExactly(alice.username());
    }
  }

  @Test
  void nobody_gives_himself_a_name() {
    Answer accepted = alice.api().post("/notes", Map.of("content", "x", "username", "admin"));
    alice.api().succeeded(accepted);

    assertThat(Note.accepted(alice, accepted).read().getString("username"))
        .isEqualTo(alice.username());
  }

  static List<String> unknownIds() {
    return List.of(UUID.randomUUID().toString(), "none", "%20");
  }

  @ParameterizedTest
  @MethodSource("unknownIds")
  void a_note_that_never_was_is_not_found(String id) {
    Note note = new Note(alice, id);

    assertProblem(note.getAs(alice), 404);
    assertProblem(note.update("new", false), 404);
    assertProblem(note.delete(), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\0b"})
  void a_text_that_says_nothing_or_cannot_be_stored_is_refused(String content) {
    Note note = Note.saved(alice, "good", false);

    assertInvalid(Note.submit(alice, content, false), "/content");
    assertInvalid(note.update(content, false), "/content");
  }

  @Test
  void a_note_without_a_text_is_refused() {
    assertInvalid(alice.api().post("/notes", Map.of("isPublic", true)), "/content");
  }

  @Test
  void a_text_of_16384_characters_is_saved_whole_and_a_longer_one_refused() {
    String longest = "ß".repeat(16_384);

    assertThat(Note.saved(alice, longest, false).read().getString("content")).isEqualTo(longest);
    assertInvalid(Note.submit(alice, longest + "ß", false), "/content");
  }

  @Test
  void notes_are_for_those_who_have_signed_in_except_the_public_list() {
    Api nobody = Switchboard.underTest().anonymous();
    Note note = Note.saved(alice, "everybody's", true);

    assertProblem(nobody.post("/notes", Note.form("anonymous", true)), 401);
    assertProblem(nobody.get("/notes"), 401);
    assertProblem(nobody.get(note.path()), 401);
    assertProblem(nobody.call("DELETE", note.path()).send(), 401);
    assertThat(nobody.get("/notes/public").status()).isEqualTo(200);
  }

  private static Instant instant(JsonObject note, String member) {
    return Instant.parse(note.getString(member));
  }
}
