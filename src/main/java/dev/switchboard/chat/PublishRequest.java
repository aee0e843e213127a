package dev.switchboard.chat;

import dev.switchboard.platform.json.Storable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends to publish a message, by a call or over the socket.
 *
 * @param targetChannel {@code WebSocket} for one that is pushed; any other is only stored
 * @param messageType {@code fifo} or {@code standard}
 * @param userId the author, as in the payload
 */
public record PublishRequest(
    @NotNull @Pattern(regexp = ChatForm.TARGET_CHANNEL) String targetChannel,
    @NotNull @Pattern(regexp = ChatForm.MESSAGE_TYPE) String messageType,
    @NotNull @Valid MessagePayload payload,
    @Size(min = 1, max = 256) @Storable @Nullable String userId) {

  /** The author that it names. */
  @Nullable String author() {
    return payload.userId() == null ? userId : payload.userId();
  }

  boolean isFifo() {
    return messageType.equals("fifo");
  }

  /** Whether the message takes a number in its chat. */
  boolean isNumbered() {
    return isFifo() || Boolean.TRUE.equals(payload.requestSequence());
  }
}
