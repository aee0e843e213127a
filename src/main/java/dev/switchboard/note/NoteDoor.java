package dev.switchboard.note;

import dev.switchboard.bus.Commands;
import dev.switchboard.bus.Ownership;
import dev.switchboard.bus.Submission;
import dev.switchboard.platform.MessageLength;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door for notes: judges the caller, and makes durable in the queue what is asked for. */
@ApplicationScoped
class NoteDoor {
  private final Commands commands;
  private final Ownership ownership;
  private final NoteRepository repository;
  private final MessageLength length;

  @SuppressWarnings("NullAway")
  NoteDoor() {
    this(null, null, null, null);
  }

  @Inject
  NoteDoor(
      Commands commands, Ownership ownership, NoteRepository repository, MessageLength length) {
    this.commands = commands;
    this.ownership = ownership;
    this.repository = repository;
    this.length = length;
  }

  /** The id of the note, and of its operation. */
  UUID create(Caller caller, NoteRequest request, @Nullable String key) {
    length.require("/content", request.content());
    String userId = caller.authorAs(request.userId());
    return commands.accept(
        submission(caller, key, request), id -> ChangeNote.create(id, caller, userId, request));
  }

  /** The id of the operation. */
  UUID update(Caller caller, UUID noteId, NoteRequest request, @Nullable String key) {
    length.require("/content", request.content());
    String userId = caller.authorAs(request.userId());
    return commands.accept(
        submission(caller, key, List.of(noteId, request)),
        () -> requireChange(caller, userId, noteId),
        id -> ChangeNote.update(id, caller, userId, noteId, request));
  }

  /** The id of the operation. */
  UUID delete(Caller caller, UUID noteId, @Nullable String key) {
    return commands.accept(
        submission(caller, key, List.of(noteId)),
        () -> requireChange(caller, caller.userId(), noteId),
        id -> ChangeNote.delete(id, caller, noteId));
  }

  private static Submission submission(Caller caller, @Nullable String key, Object request) {
    return new Submission(caller.userId(), ChangeNote.QUEUE, true, key, request);
  }

  private void requireChange(Caller caller, String userId, UUID noteId) {
    ownership.require(
        caller, userId, noteId, ChangeNote.class, () -> repository.find(noteId).map(Note::userId));
  }
}
