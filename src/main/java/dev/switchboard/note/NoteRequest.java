package dev.switchboard.note;

import dev.switchboard.platform.json.Storable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to save or to change a note.
 *
 * @param isPublic whether all may read it; absent means no for a new note, and as before for others
 * @param userId the author, where a service or an administrator writes for somebody
 * @param username the name of that author
 */
public record NoteRequest(
    @NotBlank @Storable String content,
    @Nullable Boolean isPublic,
    @Size(min = 1, max = 256) @Storable @Nullable String userId,
    @Size(min = 1, max = 256) @Storable @Nullable String username) {}
