package dev.switchboard.chat;

import java.util.UUID;

/**
 * The answer to a message that is durable now.
 *
 * @param messageId of the message
 * @param id of its operation: the same
 */
public record Published(UUID messageId, UUID id, String status) {

  static Published of(UUID id) {
    return new Published(id, id, "accepted");
  }
}
