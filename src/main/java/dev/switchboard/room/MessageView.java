package dev.switchboard.room;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form of a message in a room, for the API's description. */
record MessageView(
    UUID messageId,
    String roomId,
    String userId,
    String username,
    String content,
    Instant createdAt,
    long sequenceNumber) {

  /** The form of a page of messages. */
  record MessagePage(List<MessageView> items, @Nullable String next) {}
}
