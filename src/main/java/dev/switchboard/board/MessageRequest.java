package dev.switchboard.board;

import dev.switchboard.platform.json.Storable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to post a message.
 *
 * @param topic what it is about
 * @param data the text of the message
 * @param userId the author, where a service or an administrator posts for somebody
 */
public record MessageRequest(
    @NotBlank @Size(max = 256) @Storable String topic,
    @NotNull @Storable String data,
    @Size(min = 1, max = 256) @Storable @Nullable String userId) {}
