package dev.switchboard.board;

import dev.switchboard.bus.Effect;
import dev.switchboard.bus.Handler;
import dev.switchboard.stream.Draft;
import dev.switchboard.stream.Streams;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Stores a message at the end of its board. */
@ApplicationScoped
class MessagePosting implements Handler<PostMessage> {
  private final Streams streams;

  @SuppressWarnings("NullAway")
  MessagePosting() {
    this(null);
  }

  @Inject
  MessagePosting(Streams streams) {
    this.streams = streams;
  }

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
    return Effect.stored(
        "/api/v1/boards/" + command.boardId() + "/messages", streams.append(draft));
  }
}
