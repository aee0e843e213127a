package dev.switchboard.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form of a message on a board, for the API's description. */
record MessageView(
    UUID id,
    String topic,
    String data,
    UUID boardId,
    String userId,
    Instant createdAt,
    long sequenceNumber) {

  /** The form of a page of messages. */
  record MessagePage(List<MessageView> items, @Nullable String next) {}
}
