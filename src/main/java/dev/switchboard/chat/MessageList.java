package dev.switchboard.chat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages.
 *
 * @param nextKey where the next page begins, if there is one
 */
public record MessageList(List<JsonObject> messages, @Nullable String nextKey) {

  /** The form of a page of messages, for the API's description. */
  record Form(List<MessageForm> messages, @Nullable String nextKey) {}

  /** The form of a message in a chat, for the API's description. */
  record MessageForm(
      UUID messageId,
      String chatId,
      String userId,
      String eventType,
      String content,
      String targetChannel,
      String messageType,
      @Nullable Long sequenceNumber,
      Instant timestamp) {}
}
