package dev.switchboard.comment;

import dev.switchboard.platform.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as clients see it, in lists and in frames alike.
 *
 * @param updatedAt when it was edited last; absent if never
 */
record CommentView(
    UUID id,
    String content,
    String userId,
    Instant createdAt,
    String postId,
    @Nullable Instant updatedAt) {

  /** The form of a page of comments. */
  record CommentPage(List<CommentView> items, @Nullable String next) {}

  JsonObject toJson() {
    JsonObjectBuilder json =
        Json.object()
            .add("id", id.toString())
            .add("content", content)
            .add("userId", userId)
            .add("createdAt", createdAt.toString())
            .add("postId", postId);
    if (updatedAt != null) {
      json.add("updatedAt", updatedAt.toString());
    }
    return json.build();
  }
}
