package dev.switchboard.board;

import dev.switchboard.bus.Effect;
import dev.switchboard.bus.Handler;
import dev.switchboard.stream.Draft;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores a message at the end of its board. */
@ApplicationScoped
class MessagePosting implements Handler<PostMessage> {

  @Override
  public Effect carryOut(PostMessage command) {
    Draft draft =
        new Draft(
            command.id(),
            BoardStreams.of(command.boardId()),
            command.userId(),
            command.topic(),
            true,
            true,
            place -> BoardFrame.of(command, place));
    return Effect.append("/api/v1/boards/" + command.boardId() + "/messages", draft);
  }
}
