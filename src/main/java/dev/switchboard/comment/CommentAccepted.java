package dev.switchboard.comment;

import java.util.UUID;

/**
 * The answer to a command about a comment that is durable now.
 *
 * @param id of the operation; of a new comment too
 * @param commentId of the comment
 */
public record CommentAccepted(UUID id, UUID commentId, String status) {

  static CommentAccepted of(UUID id, UUID commentId) {
    return new CommentAccepted(id, commentId, "accepted");
  }
}
