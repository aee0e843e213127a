package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoteIdempotencyIT {

  private final Account ann = Accounts.fresh();
  private final String key = UUID.randomUUID().toString();

  @Test
  void a_note_submitted_again_with_its_key_is_saved_once() {
    Answer first = ann.api().post("/notes", Note.form("once", false), key);
    ann.api().succeeded(first);

    Answer again = ann.api().post("/notes", Note.form("once", false), key);

    assertThat(again.string("noteId")).isEqualTo(first.string("noteId"));
    Note.saved(ann, "fence", false);
    assertThat(Note.texts("content", ann.api().get("/notes").items()))
        .containsExactly("fence", "once");
  }

  @Test
  void a_key_cannot_be_used_again_for_another_text_or_another_note() {
    Note note = Note.saved(ann, "one", false);
    Note other = Note.saved(ann, "other", false);
    ann.api().succeeded(update(note, "two"));

    assertProblem(update(note, "three"), 422);
    assertProblem(update(other, "two"), 422);
    assertProblem(ann.api().post("/notes", Note.form("two", false), key), 422);
    assertThat(note.read().getString("content")).isEqualTo("two");
  }

  @Test
  void a_change_repeated_with_its_key_does_not_undo_a_later_one() {
    Note note = Note.saved(ann, "one", false);
    Answer first = update(note, "two");
    ann.api().succeeded(first);
    note.changed("three", false);

    Answer again = update(note, "two");

    assertThat(again.id()).isEqualTo(first.id());
    assertThat(Note.saved(ann, "fence", false).read()).isNotEmpty();
    assertThat(note.read().getString("content")).isEqualTo("three");
  }

  private Answer update(Note note, String content) {
    return note.update(content, false, key);
  }
}
