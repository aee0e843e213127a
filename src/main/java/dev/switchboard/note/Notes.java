package dev.switchboard.note;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows notes to those who may read them. */
@ApplicationScoped
class Notes {
  private static final Cursor NEWEST =
      Cursor.after(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

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
        .orElseThrow(Notes::absent);
  }

  Page<NoteView> ofUser(String userId, @Nullable String limit, @Nullable String cursor) {
    return page(limit, cursor, (before, id, count) -> repository.ofUser(userId, before, id, count));
  }

  Page<NoteView> ofAll(@Nullable String limit, @Nullable String cursor) {
    return page(limit, cursor, repository::ofAll);
  }

  /** A way to read the newest notes of some before a place. */
  private interface Rows {
    List<Note> before(Instant moment, UUID id, int limit);
  }

  private static Page<NoteView> page(@Nullable String limit, @Nullable String cursor, Rows rows) {
    Limit size = Limit.of(limit);
    Cursor start = Cursor.parse(cursor).orElse(NEWEST);
    List<NoteView> notes =
        rows.before(start.instant(0), start.id(1), size.plusOne()).stream()
            .map(Note::view)
            .toList();
    return Page.of(notes, size, note -> Cursor.after(note.createdAt(), note.noteId()));
  }

  /** The id that a path names, which may be any text; a problem 404 where it is none. */
  static UUID idOf(String text) {
    return Ids.parse(text).orElseThrow(Notes::absent);
  }

  static ProblemException absent() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such note.");
  }
}
