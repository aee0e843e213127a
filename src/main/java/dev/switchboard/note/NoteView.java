package dev.switchboard.note;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note as clients see it.
 *
 * @param status {@code saved}: what is not cannot be seen yet
 * @param createdAt when it was accepted
 * @param savedAt when it was stored
 * @param updatedAt when it was last changed
 */
public record NoteView(
    UUID noteId,
    String username,
    String content,
    boolean isPublic,
    String status,
    Instant createdAt,
    Instant savedAt,
    @Nullable Instant updatedAt) {

  /** The form of a page of notes, for the API's description. */
  record NotePage(List<NoteView> items, @Nullable String next) {}
}
