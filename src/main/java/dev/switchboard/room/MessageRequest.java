package dev.switchboard.room;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.json.Storable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to say something in a room.
 *
 * @param content the text of the message
 * @param userId the author, where a service or an administrator speaks for somebody
 * @param username the name of that author
 */
public record MessageRequest(
    @NotNull @Pattern(regexp = ChosenId.FORM) String roomId,
    @NotNull @Storable String content,
    @Size(min = 1, max = 256) @Storable @Nullable String userId,
    @Size(min = 1, max = 256) @Storable @Nullable String username) {}
