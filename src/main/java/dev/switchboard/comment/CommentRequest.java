package dev.switchboard.comment;

import dev.switchboard.platform.json.Storable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to write or edit a comment.
 *
 * @param content the text of the comment
 * @param userId the author, where a service or an administrator writes for somebody
 */
public record CommentRequest(
    @NotBlank @Storable String content,
    @Size(min = 1, max = 256) @Storable @Nullable String userId) {}
