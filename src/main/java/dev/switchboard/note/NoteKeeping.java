package dev.switchboard.note;

import dev.switchboard.bus.Effect;
import dev.switchboard.bus.Handler;
import dev.switchboard.bus.Operations;
import dev.switchboard.stream.Draft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Saves, changes and removes notes. The door has judged who may; a note keeps its author. Commands
 * come in order, but one that failed comes again behind others: the last word holds all the same.
 */
@ApplicationScoped
class NoteKeeping implements Handler<ChangeNote> {
  private final NoteRepository repository;
  private final Operations operations;
  private final Clock clock;

  @SuppressWarnings("NullAway")
  NoteKeeping() {
    this(null, null, null);
  }

  @Inject
  NoteKeeping(NoteRepository repository, Operations operations, Clock clock) {
    this.repository = repository;
    this.operations = operations;
    this.clock = clock;
  }

  @Override
  public Effect carryOut(ChangeNote command) {
    List<Draft> drafts =
        switch (command.change()) {
          case CREATE -> create(command);
          case UPDATE -> update(command);
          case DELETE -> delete(command);
        };
    return new Effect("/api/v1/notes/" + command.noteId(), drafts);
  }

  @Override
  public Effect carryOutAgain(ChangeNote command) {
    repository.find(command.noteId()).ifPresent(note -> note.requireNoChangeSince(command));
    return carryOut(command);
  }

  @Override
  public List<Draft> onFailure(ChangeNote command, String error) {
    return List.of(NoteEvent.failed(command, error).in(Feed.of(command.userId()), command));
  }

  private List<Draft> create(ChangeNote command) {
    Note note = new Note(command, clock.instant());
    repository.store(note);
    return tell(NoteEvent.saved(note.view()), note, command);
  }

  private List<Draft> update(ChangeNote command) {
    Note note = existing(command);
    boolean turnsPrivate = note.isPublic() && Boolean.FALSE.equals(command.isPublic());
    Instant now = clock.instant();
    note.update(command, now);
    repository.store(note);
    List<Draft> drafts = new ArrayList<>(tell(NoteEvent.updated(note.view(), now), note, command));
    if (turnsPrivate) {
      drafts.add(NoteEvent.deleted(note.view(), now).in(Feed.EVERYBODYS, command));
    }
    return drafts;
  }

  private List<Draft> delete(ChangeNote command) {
    Note note = existing(command);
    repository.remove(note);
    return tell(NoteEvent.deleted(note.view(), clock.instant()), note, command);
  }

  /** To all connections of its author, and to who follows public notes if it is one. */
  private static List<Draft> tell(NoteEvent event, Note note, ChangeNote command) {
    Draft own = event.in(Feed.of(note.userId()), command);
    return note.isPublic() ? List.of(own, event.in(Feed.EVERYBODYS, command)) : List.of(own);
  }

  private Note existing(ChangeNote command) {
    return repository
        .find(command.noteId())
        .orElseThrow(() -> operations.absent(command, "There is no such note."));
  }
}
