package dev.switchboard.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bus.Change;
import dev.switchboard.platform.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoteTest {

  private static final Instant SAVED = Instant.parse("2031-03-31T12:00:00Z");

  private final Ids ids = new Ids();
  private final UUID noteId = ids.next();
  private final Note note = new Note(command(noteId, Change.CREATE, "one", false), SAVED);

  @Test
  void a_change_keeps_what_it_does_not_name() {
    Instant changed = SAVED.plusSeconds(1);

    note.update(command(ids.next(), Change.UPDATE, "two", true), changed);
    note.update(command(ids.next(), Change.UPDATE, "three", null), changed);

    assertThat(note.view())
        .isEqualTo(
            new NoteView(
                noteId, "ann", "three", true, "saved", Ids.madeAt(noteId), SAVED, changed));
  }

  @Test
  void who_may_read_it_depends_on_whether_it_is_public() {
    assertThat(note.isReadableBy("ann's id")).isTrue();
    assertThat(note.isReadableBy("bob's id")).isFalse();

    note.update(command(ids.next(), Change.UPDATE, "one", true), SAVED);

    assertThat(note.isReadableBy("bob's id")).isTrue();
  }

  private ChangeNote command(UUID id, Change change, String content, @Nullable Boolean isPublic) {
    return new ChangeNote(id, "ann's id", change, noteId, "ann's id", "ann", content, isPublic);
  }
}
