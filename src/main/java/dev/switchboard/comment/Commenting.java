package dev.switchboard.comment;

import dev.switchboard.bus.Change;
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

/**
 * The door for comments: judges the caller and makes the command durable in its queue. Each method
 * takes the client's name for this attempt, or null, and returns the id of the operation.
 */
@ApplicationScoped
class Commenting {
  private final CommentRepository repository;
  private final Ownership ownership;
  private final Commands commands;
  private final MessageLength length;

  @SuppressWarnings("NullAway")
  Commenting() {
    this(null, null, null, null);
  }

  @Inject
  Commenting(
      CommentRepository repository, Ownership ownership, Commands commands, MessageLength length) {
    this.repository = repository;
    this.ownership = ownership;
    this.commands = commands;
    this.length = length;
  }

  UUID create(Caller caller, String postId, CommentRequest request, @Nullable String key) {
    String userId = authorOf(request, caller);
    return commands.accept(
        submission(caller, key, List.of(Change.CREATE, postId, request)),
        id -> ChangeComment.create(id, caller, userId, postId, request.content()));
  }

  UUID update(
      Caller caller, String postId, UUID commentId, CommentRequest request, @Nullable String key) {
    String userId = authorOf(request, caller);
    return commands.accept(
        submission(caller, key, List.of(Change.UPDATE, postId, commentId, request)),
        () -> requireChange(caller, userId, postId, commentId),
        id -> ChangeComment.update(id, caller, userId, postId, commentId, request.content()));
  }

  UUID delete(Caller caller, String postId, UUID commentId, @Nullable String key) {
    return commands.accept(
        submission(caller, key, List.of(Change.DELETE, postId, commentId)),
        () -> requireChange(caller, caller.userId(), postId, commentId),
        id -> ChangeComment.delete(id, caller, postId, commentId));
  }

  private String authorOf(CommentRequest request, Caller caller) {
    length.require("/content", request.content());
    return caller.authorAs(request.userId());
  }

  private void requireChange(Caller caller, String userId, String postId, UUID commentId) {
    ownership.require(
        caller,
        userId,
        commentId,
        ChangeComment.class,
        () -> repository.find(postId, commentId).map(Comment::userId));
  }

  private static Submission submission(Caller caller, @Nullable String key, Object request) {
    return new Submission(caller.userId(), ChangeComment.QUEUE, true, key, request);
  }
}
