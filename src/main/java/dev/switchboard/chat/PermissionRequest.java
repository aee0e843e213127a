package dev.switchboard.chat;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.json.Storable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a client sends to give a user a role in a chat. */
public record PermissionRequest(
    @NotBlank @Size(max = 256) @Storable String userId,
    @NotNull @Pattern(regexp = ChosenId.FORM) String chatId,
    @NotNull @Pattern(regexp = Role.WORDS) String role) {}
