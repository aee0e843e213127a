package dev.switchboard.room;

import dev.switchboard.bus.Command;
import java.util.UUID;

/**
 * The command to say something in a room.
 *
 * @param author who asked
 * @param userId in whose name
 * @param username what that user is called
 */
public record SendMessage(
    UUID id, String author, String userId, String username, String roomId, String content)
    implements Command {
  static final String QUEUE = "switchboard.room-messages";
}
