package dev.switchboard.board;

import dev.switchboard.platform.json.Storable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to open a board.
 *
 * @param userId whose board it is, where a service or an administrator opens it for somebody
 */
public record BoardRequest(
    @NotBlank @Size(max = 256) @Storable String name,
    @Size(min = 1, max = 256) @Storable @Nullable String userId) {}
