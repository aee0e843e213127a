package dev.switchboard.comment;

import dev.switchboard.bus.Change;
import dev.switchboard.bus.ChangeCommand;
import dev.switchboard.platform.security.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The command to write, edit or remove a comment: one kind, so that all of them keep their order.
 *
 * @param author who asked
 * @param userId in whose name
 * @param commentId which comment; the command's own id for a new one
 * @param content the new text; null for a removal
 */
public record ChangeComment(
    UUID id,
    String author,
    String userId,
    Change change,
    String postId,
    UUID commentId,
    @Nullable String content)
    implements ChangeCommand {
  static final String QUEUE = "switchboard.comments";

  static ChangeComment create(
      UUID id, Caller caller, String userId, String postId, String content) {
    return new ChangeComment(id, caller.userId(), userId, Change.CREATE, postId, id, content);
  }

  static ChangeComment update(
      UUID id, Caller caller, String userId, String postId, UUID commentId, String content) {
    return new ChangeComment(
        id, caller.userId(), userId, Change.UPDATE, postId, commentId, content);
  }

  static ChangeComment delete(UUID id, Caller caller, String postId, UUID commentId) {
    String userId = caller.userId();
    return new ChangeComment(id, userId, userId, Change.DELETE, postId, commentId, null);
  }

  @Override
  public UUID thing() {
    return commentId;
  }
}
