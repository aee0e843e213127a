package dev.switchboard.broadcast;

import dev.switchboard.bus.Command;
import jakarta.json.JsonValue;
import java.util.UUID;

/**
 * The command to send something to everybody.
 *
 * @param author who asked
 */
public record SendBroadcast(UUID id, String author, String type, JsonValue data)
    implements Command {
  static final String QUEUE = "switchboard.broadcasts";
}
