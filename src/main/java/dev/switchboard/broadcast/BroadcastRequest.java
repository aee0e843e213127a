package dev.switchboard.broadcast;

import dev.switchboard.platform.Printable;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be sent to everybody.
 *
 * @param type 1 to 128 printable characters; what clients get as the frame's {@code type}
 * @param data any JSON value, {@code null} too
 */
public record BroadcastRequest(
    @NotNull @Pattern(regexp = Printable.FORM) String type,
    @NotNull @Schema(implementation = Object.class, description = "any JSON value")
        JsonValue data) {}
