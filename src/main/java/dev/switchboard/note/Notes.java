package dev.switchboard.note;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.ListParameters;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Shows notes to those who may read them. */
@ApplicationScoped
class Notes {
  private final NoteRepository repository;

  @SuppressWarnings("NullAway")
  Notes() {
    this(null);
  }

  @Inject
  Notes(NoteRepository repository) {
    this.repository = repository;
  }

  /** The note with this id; a problem 404 also where the caller may not read it. */
  NoteView read(Caller caller, UUID id) {
    return repository
        .find(id)
        .filter(note -> note.isReadableBy(caller.userId()))
        .map(Note::view)
        .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such note."));
  }

  Page<NoteView> ofUser(String userId, ListParameters asked) {
    return page(asked, (before, id, count) -> repository.ofUser(userId, before, id, count));
  }

  Page<NoteView> ofAll(ListParameters asked) {
    return page(asked, repository::ofAll);
  }

  /** A way to read the newest notes of some before a place. */
  private interface Rows {
    List<Note> before(Instant moment, UUID id, int limit);
  }

  private static Page<NoteView> page(ListParameters asked, Rows rows) {
    Limit size = asked.size();
    Cursor start = asked.start().orElse(Pages.HEAD);
    List<NoteView> notes =
        rows.before(start.instant(0), start.id(1), size.plusOne()).stream()
            .map(Note::view)
            .toList();
    return Page.of(notes, size, note -> Cursor.after(note.createdAt(), note.noteId()));
  }
}
