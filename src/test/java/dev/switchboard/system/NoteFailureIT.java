package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Notes that cannot be saved, or not at once: the database refuses their text. */
@ResourceLock(Spoilage.LOCK)
@TestInstance(Lifecycle.PER_CLASS)
class NoteFailureIT {

  @RegisterExtension private final Spoilage spoilage = new Spoilage();

  private final Account ann = Accounts.fresh();
  private final DeadLetterBox letters = DeadLetterBox.ofInstallation();

  @Test
  void a_note_that_cannot_be_saved_is_a_dead_letter_and_its_author_is_told() {
    String text = spoilage.text();
    try (Socket one = ann.connect();
        Socket two = ann.connect();
        Socket bobs = Accounts.fresh().connect()) {
      bobs.ask(Note.subscription(Note.PUBLIC));

      Answer accepted = Note.submit(ann, text, true);
      Note note = Note.accepted(ann, accepted);

      JsonObject failed = note.await(one, Note.MINE, 1).get(0);
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
      assertThat(failed.getString("eventType")).isEqualTo("note-failed");
      assertThat(failed.getString("username")).isEqualTo(ann.username());
      assertThat(failed.getString("error")).isNotBlank().doesNotContain(text);
      assertThat(note.await(two, Note.MINE, 1)).containsExactly(failed);
      assertThat(ann.api().settled(accepted).getString("status")).isEqualTo("failed");
      assertProblem(note.getAs(ann), 404);
      JsonObject letter = letters.await(Note.QUEUE, text);
      assertThat(letter.getInt("deliveryCount")).isEqualTo(3);
      assertThat(letter.getString("error")).contains(Spoilage.REASON);
      Note.saved(ann, "fence", true).await(bobs, Note.PUBLIC, 1);
      assertThat(note.in(bobs, Note.PUBLIC)).isEmpty();
    }
  }

  @Test
  void a_dead_letter_that_is_sent_back_becomes_a_note_after_all() {
    Account bob = Accounts.fresh();
    String text = spoilage.text();
    try (Socket socket = bob.connect()) {
      Answer accepted = Note.submit(bob, text, false);
      Note note = Note.accepted(bob, accepted);
      JsonObject letter = letters.await(Note.QUEUE, text);
      note.await(socket, Note.MINE, 1);
      spoilage.heal(text);

      assertThat(letters.replay(letter).status()).isEqualTo(202);

      List<JsonObject> told = note.await(socket, Note.MINE, 2);
      assertThat(Note.texts("type", told)).containsExactly("note-failed", "note-saved");
      assertThat(bob.api().succeeded(accepted)).isNotEmpty();
      assertThat(note.read().getString("content")).isEqualTo(text);
      assertThat(letters.of(Note.QUEUE, text)).isEmpty();
      assertReplayed(bob, note, told);
    }
  }

  private static void assertReplayed(Account user, Note note, List<JsonObject> told) {
    try (Socket later = user.connect()) {
      later.ask(Note.subscription(Note.MINE, 0));
      assertThat(note.await(later, Note.MINE, told.size())).isEqualTo(told);
    }
  }

  @Test
  void a_note_submitted_twice_with_its_key_is_one_dead_letter() {
    String key = UUID.randomUUID().toString();
    String text = spoilage.text();
    String fence = spoilage.text();

    Answer first = ann.api().post("/notes", Note.form(text, false), key);
    Answer second = ann.api().post("/notes", Note.form(text, false), key);
    Note.submit(ann, fence, false);

    assertThat(second.id()).isEqualTo(first.id());
    letters.await(Note.QUEUE, fence);
    assertThat(letters.of(Note.QUEUE, text)).hasSize(1);
  }

  @Test
  void what_fails_does_not_hold_up_other_notes() {
    Answer failing = Note.submit(ann, spoilage.text(), false);

    assertThat(Note.saved(ann, "not held up", false).read()).isNotEmpty();
    assertThat(ann.api().settled(failing).getString("status")).isEqualTo("failed");
  }

  @Test
  void a_change_waits_for_a_note_that_is_tried_again() {
    String text = spoilage.text();
    try (Socket socket = ann.connect()) {
      Answer saved = Note.submit(ann, text, false);
      Note note = Note.accepted(ann, saved);
      Answer changed = note.update("the last word", false);
      spoilage.heal(text);

      ann.api().succeeded(saved);
      ann.api().succeeded(changed);
      assertThat(note.read().getString("content")).isEqualTo("the last word");
      assertThat(Note.texts("type", note.await(socket, Note.MINE, 2)))
          .containsExactly("note-saved", "note-updated");
    }
  }

  @Test
  void a_note_that_is_tried_again_does_not_survive_its_removal() {
    String text = spoilage.text();
    Answer saved = Note.submit(ann, text, false);
    Note note = Note.accepted(ann, saved);
    Answer removed = note.delete();
    spoilage.heal(text);

    ann.api().succeeded(saved);
    ann.api().succeeded(removed);
    assertProblem(note.getAs(ann), 404);
  }

  @Test
  void a_note_that_was_removed_in_vain_is_not_saved_when_it_is_sent_back() {
    String text = spoilage.text();
    Answer failing = Note.submit(ann, text, false);
    Note note = Note.accepted(ann, failing);
    Answer removed = note.delete();
    JsonObject letter = letters.await(Note.QUEUE, text);
    assertThat(ann.api().settled(removed).getString("error")).contains("no such note");
    spoilage.heal(text);

    assertThat(letters.replay(letter).status()).isEqualTo(202);

    Note.saved(ann, "fence", false);
    assertThat(letters.of(Note.QUEUE, text)).isEmpty();
    assertThat(ann.api().settled(failing).getString("error")).contains("removed since");
    assertProblem(note.getAs(ann), 404);
  }

  @Test
  void a_note_that_is_removed_when_it_lies_among_the_dead_letters_is_not_saved_any_more() {
    Account bob = Accounts.fresh();
    String text = spoilage.text();
    Answer failing = Note.submit(ann, text, true);
    Note note = Note.accepted(ann, failing);
    JsonObject letter = letters.await(Note.QUEUE, text);
    ann.api().settled(failing);
    assertProblem(note.deleteAs(bob), 403);
    Answer removed = note.delete();
    assertThat(ann.api().settled(removed).getString("error")).contains("no such note");
    spoilage.heal(text);

    assertThat(letters.replay(letter).status()).isEqualTo(202);

    Note.saved(ann, "fence", false);
    assertThat(letters.of(Note.QUEUE, text)).isEmpty();
    assertThat(ann.api().settled(failing).getString("error")).contains("removed since");
    assertProblem(note.getAs(ann), 404);
    assertProblem(note.deleteAs(ann), 404);
  }

  @Test
  void a_change_that_is_sent_back_does_not_undo_a_later_one() {
    String text = spoilage.text();
    Note note = Note.saved(ann, "one", false);
    Answer failing = note.update(text, false);
    JsonObject letter = letters.await(Note.QUEUE, text);
    note.changed("the last word", false);
    spoilage.heal(text);

    assertThat(letters.replay(letter).status()).isEqualTo(202);

    JsonObject operation = ann.api().settled(failing);
    assertThat(operation.getString("status")).isEqualTo("failed");
    assertThat(operation.getString("error")).contains("changed since");
    assertThat(note.read().getString("content")).isEqualTo("the last word");
  }

  @Test
  void a_change_that_is_sent_back_does_not_undo_later_ones_by_doors_whose_clocks_differ() {
    String text = spoilage.text();
    Note note = Note.saved(ann, "one", false);
    Answer failing = note.update(text, false);
    JsonObject letter = letters.await(Note.QUEUE, text);
    note.changed("two", false);
    try (Socket socket = ann.connect()) {
      note.plantUpdate(Note.idFromLongAgo(), "the last word");
      note.await(socket, Note.MINE, 1);
    }
    spoilage.heal(text);

    assertThat(letters.replay(letter).status()).isEqualTo(202);

    assertThat(ann.api().settled(failing).getString("error")).contains("changed since");
    assertThat(note.read().getString("content")).isEqualTo("the last word");
  }

  @Test
  void a_change_that_is_tried_again_does_not_undo_a_later_one() {
    String text = spoilage.text();
    Note note = Note.saved(ann, "one", false);
    Answer failing = note.update(text, false);
    note.changed("the last word", false);
    spoilage.heal(text);

    assertThat(ann.api().settled(failing).getString("status")).isEqualTo("failed");
    assertThat(letters.of(Note.QUEUE, text)).isEmpty();
    assertThat(note.read().getString("content")).isEqualTo("the last word");
  }

  @Test
  void a_change_repeated_with_its_key_before_its_next_try_does_not_undo_a_later_one() {
    String key = UUID.randomUUID().toString();
    String text = spoilage.text();
    Note note = Note.saved(ann, "one", false);
    Answer failing = note.update(text, false, key);
    note.changed("the last word", false);
    spoilage.heal(text);

    Answer repeated = note.update(text, false, key);

    assertThat(repeated.id()).isEqualTo(failing.id());
    JsonObject operation = ann.api().settled(failing);
    assertThat(operation.getString("error")).contains("changed since");
    assertThat(note.read().getString("content")).isEqualTo("the last word");
  }
}
