package dev.switchboard.note;

import dev.switchboard.bus.Change;
import dev.switchboard.bus.ChangeCommand;
import dev.switchboard.platform.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The command to save, change or remove a note. All three go by one queue, and so keep their order.
 *
 * @param author who asks
 * @param noteId the note; one that is to be saved has the command's own id
 * @param userId in whose name
 * @param username the name of that user
 * @param content its text; absent for a removal
 * @param isPublic whether all may read it; absent where that stays as it is
 */
public record ChangeNote(
    UUID id,
    String author,
    Change change,
    UUID noteId,
    String userId,
    String username,
    @Nullable String content,
    @Nullable Boolean isPublic)
    implements ChangeCommand {
  static final String QUEUE = "switchboard.notes";

  static ChangeNote create(UUID id, Caller caller, String userId, NoteRequest request) {
    return new ChangeNote(
        id,
        caller.userId(),
        Change.CREATE,
        id,
        userId,
        caller.nameOf(userId, request.username()),
        request.content(),
        Boolean.TRUE.equals(request.isPublic()));
  }

  static ChangeNote update(
      UUID id, Caller caller, String userId, UUID noteId, NoteRequest request) {
    return new ChangeNote(
        id,
        caller.userId(),
        Change.UPDATE,
        noteId,
        userId,
        caller.nameOf(userId, request.username()),
        request.content(),
        request.isPublic());
  }

  static ChangeNote delete(UUID id, Caller caller, UUID noteId) {
    return new ChangeNote(
        id, caller.userId(), Change.DELETE, noteId, caller.userId(), caller.username(), null, null);
  }

  @Override
  public UUID thing() {
    return noteId;
  }
}
