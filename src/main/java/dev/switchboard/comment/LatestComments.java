package dev.switchboard.comment;

import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.realtime.Latest;
import dev.switchboard.realtime.ListAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * The comments of a post that were written last, as they go into one frame. Where they are too long
 * for that, the older ones are left out.
 */
@ApplicationScoped
class LatestComments {
  private final CommentRepository repository;
  private final ListAnswers answers;

  @SuppressWarnings("NullAway")
  LatestComments() {
    this(null, null);
  }

  @Inject
  LatestComments(CommentRepository repository, ListAnswers answers) {
    this.repository = repository;
    this.answers = answers;
  }

  /** {@code {postId, comments, count, hasMore}}, the comments oldest first. */
  JsonObject of(String postId, Limit limit) {
    List<Comment> rows = repository.latest(postId, limit.plusOne());
    Latest latest = answers.latest(rows, limit, row -> row.view().toJson());
    return Json.object()
        .add("postId", postId)
        .add("comments", Json.array(latest.items()))
        .add("count", latest.items().size())
        .add("hasMore", latest.hasMore())
        .build();
  }
}
