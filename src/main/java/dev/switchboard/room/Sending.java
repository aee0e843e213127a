package dev.switchboard.room;

import dev.switchboard.bus.Commands;
import dev.switchboard.bus.Submission;
import dev.switchboard.platform.MessageLength;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door for messages: judges the author and makes the message durable in its queue. */
@ApplicationScoped
class Sending {
  private final Commands commands;
  private final MessageLength length;

  @SuppressWarnings("NullAway")
  Sending() {
    this(null, null);
  }

  @Inject
  Sending(Commands commands, MessageLength length) {
    this.commands = commands;
    this.length = length;
  }

  /**
   * Accepts a message.
   *
   * @param key the client's name for this attempt, or null
   * @return the id of the message
   */
  UUID accept(Caller caller, MessageRequest request, @Nullable String key) {
    length.require("/content", request.content());
    String userId = caller.authorAs(request.userId());
    String username = caller.nameOf(userId, request.username());
    return commands.accept(
        new Submission(caller.userId(), SendMessage.QUEUE, true, key, request),
        id ->
            new SendMessage(
                id, caller.userId(), userId, username, request.roomId(), request.content()));
  }
}
