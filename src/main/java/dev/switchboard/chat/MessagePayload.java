package dev.switchboard.chat;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.json.Storable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The message in what a client publishes.
 *
 * @param eventType the client's word for what happened
 * @param content the text of the message
 * @param requestSequence whether a standard message takes a number too
 * @param userId the author, where a service or an administrator publishes for somebody
 */
public record MessagePayload(
    @NotNull @Pattern(regexp = ChosenId.FORM) String chatId,
    @NotBlank @Size(max = 128) @Storable String eventType,
    @NotNull @Storable String content,
    @Nullable Boolean requestSequence,
    @Size(min = 1, max = 256) @Storable @Nullable String userId) {}
