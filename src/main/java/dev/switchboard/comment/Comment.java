package dev.switchboard.comment;

import static java.util.Objects.requireNonNull;

import dev.switchboard.bus.Changeable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a post: somebody writes it, and its author or an administrator may edit and remove
 * it. What is removed is gone from here; the streams keep telling of it.
 */
@Entity
@Table(name = "comment")
class Comment extends Changeable {
  @Id private UUID id;

  @Column(name = "post_id", nullable = false)
  private String postId;

  @Column(nullable = false, columnDefinition = "text")
  private String content;

  @Column(name = "user_id", nullable = false)
  private String userId;

  @Column(name = "created_at", nullable = false)
  private Instant createdAt;

  @Column(name = "updated_at")
  private @Nullable Instant updatedAt;

  @SuppressWarnings("NullAway.Init")
  protected Comment() {}

  Comment(UUID id, String postId, String content, String userId, Instant createdAt) {
    this.id = id;
    this.postId = postId;
    this.content = content;
    this.userId = userId;
    this.createdAt = createdAt;
  }

  String postId() {
    return postId;
  }

  String userId() {
    return userId;
  }

  void edit(ChangeComment command, Instant at) {
    content = requireNonNull(command.content());
    updatedAt = at;
    changedBy(command);
  }

  CommentView view() {
    return new CommentView(id, content, userId, createdAt, postId, updatedAt);
  }
}
