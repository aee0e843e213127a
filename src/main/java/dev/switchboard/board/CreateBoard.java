package dev.switchboard.board;

import dev.switchboard.bus.Command;
import java.util.UUID;

/**
 * The command to open a board.
 *
 * @param author who asks
 * @param createdBy whose board it is
 */
public record CreateBoard(UUID id, String author, String createdBy, String name)
    implements Command {
  static final String QUEUE = "switchboard.boards";
}
