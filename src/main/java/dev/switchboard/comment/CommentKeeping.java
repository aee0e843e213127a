package dev.switchboard.comment;

import static java.util.Objects.requireNonNull;

import dev.switchboard.bus.Effect;
import dev.switchboard.bus.Handler;
import dev.switchboard.bus.Operations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Writes, edits and removes comments. The door has judged who may; a comment keeps its author. */
@ApplicationScoped
class CommentKeeping implements Handler<ChangeComment> {
  private final CommentRepository repository;
  private final Operations operations;
  private final Clock clock;

  @SuppressWarnings("NullAway")
  CommentKeeping() {
    this(null, null, null);
  }

  @Inject
  CommentKeeping(CommentRepository repository, Operations operations, Clock clock) {
    this.repository = repository;
    this.operations = operations;
    this.clock = clock;
  }

  @Override
  public Effect carryOut(ChangeComment command) {
    CommentEvent event =
        switch (command.change()) {
          case CREATE -> create(command);
          case UPDATE -> update(command, existing(command));
          case DELETE -> delete(existing(command));
        };
    return new Effect("/api/v1/posts/" + command.postId() + "/comments", event.drafts(command));
  }

  @Override
  public Effect carryOutAgain(ChangeComment command) {
    repository
        .find(command.postId(), command.commentId())
        .ifPresent(comment -> comment.requireNoChangeSince(command));
    return carryOut(command);
  }

  private CommentEvent create(ChangeComment command) {
    Comment comment =
        new Comment(
            command.commentId(),
            command.postId(),
            requireNonNull(command.content()),
            command.userId(),
            repository.nextMoment(command.postId()));
    repository.store(comment);
    return CommentEvent.created(comment.view());
  }

  private CommentEvent update(ChangeComment command, Comment comment) {
    comment.edit(command, clock.instant());
    repository.store(comment);
    return CommentEvent.updated(comment.view());
  }

  private CommentEvent delete(Comment comment) {
    repository.remove(comment);
    CommentView gone = comment.view();
    return CommentEvent.deleted(gone.postId(), gone.id());
  }

  private Comment existing(ChangeComment command) {
    return repository
        .find(command.postId(), command.commentId())
        .orElseThrow(() -> operations.absent(command, "There is no such comment."));
  }
}
