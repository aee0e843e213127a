package dev.switchboard.chat;

import dev.switchboard.bus.Commands;
import dev.switchboard.bus.Submission;
import dev.switchboard.platform.MessageLength;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door for messages: judges the caller and makes the message durable in its queue. */
@ApplicationScoped
class Publishing {
  private final Access access;
  private final ChatRepository chats;
  private final Commands commands;
  private final MessageLength length;

  @SuppressWarnings("NullAway")
  Publishing() {
    this(null, null, null, null);
  }

  @Inject
  Publishing(Access access, ChatRepository chats, Commands commands, MessageLength length) {
    this.access = access;
    this.chats = chats;
    this.commands = commands;
    this.length = length;
  }

  /**
   * Accepts a message.
   *
   * @param key the client's name for this attempt, or null
   * @return the id of the message
   */
  UUID accept(Caller caller, PublishRequest request, @Nullable String key) {
    length.require("/payload/content", request.payload().content());
    String userId = caller.authorAs(request.author());
    String chatId = request.payload().chatId();
    access.requirePublish(caller, chatId);
    if (Access.isUnbound(caller)) {
      chats.make(chatId, caller.userId());
    }
    return commands.accept(
        submission(caller, request, key),
        id -> PublishMessage.of(id, caller.userId(), userId, request));
  }

  private static Submission submission(
      Caller caller, PublishRequest request, @Nullable String key) {
    return request.isFifo()
        ? new Submission(caller.userId(), PublishMessage.FIFO_QUEUE, true, key, request)
        : new Submission(caller.userId(), PublishMessage.STANDARD_QUEUE, false, key, request);
  }
}
