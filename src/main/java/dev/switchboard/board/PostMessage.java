package dev.switchboard.board;

import dev.switchboard.bus.Command;
import java.util.UUID;

/**
 * The command to post a message on a board.
 *
 * @param author who asked
 * @param userId in whose name
 */
public record PostMessage(
    UUID id, String author, String userId, String boardId, String topic, String data)
    implements Command {
  static final String QUEUE = "switchboard.board-messages";
}
