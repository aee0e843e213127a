package dev.switchboard.chat;

import dev.switchboard.bus.Command;
import java.util.UUID;

/**
 * The command to store a message in a chat and send it to who follows the chat.
 *
 * @param author who asked
 * @param userId in whose name
 * @param numbered whether it takes a number in its chat
 */
public record PublishMessage(
    UUID id,
    String author,
    String userId,
    String chatId,
    String eventType,
    String content,
    String targetChannel,
    String messageType,
    boolean numbered)
    implements Command {
  static final String FIFO_QUEUE = "switchboard.chat-fifo";
  static final String STANDARD_QUEUE = "switchboard.chat-standard";

  private static final String PUSHED = "WebSocket";

  static PublishMessage of(UUID id, String caller, String userId, PublishRequest request) {
    MessagePayload payload = request.payload();
    return new PublishMessage(
        id,
        caller,
        userId,
        payload.chatId(),
        payload.eventType(),
        payload.content(),
        request.targetChannel(),
        request.messageType(),
        request.isNumbered());
  }

  boolean isPushed() {
    return targetChannel.equals(PUSHED);
  }
}
