package dev.switchboard.room;

import dev.switchboard.bus.Effect;
import dev.switchboard.bus.Handler;
import dev.switchboard.stream.Draft;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores a message at the end of its room; the first one makes the room. */
@ApplicationScoped
class MessageStoring implements Handler<SendMessage> {

  @Override
  public Effect carryOut(SendMessage command) {
    Draft draft =
        Draft.event(
            command.id(),
            RoomStreams.of(command.roomId()),
            command.userId(),
            place -> RoomFrame.of(command, place));
    return Effect.append("/api/v1/rooms/" + command.roomId() + "/messages", draft);
  }
}
