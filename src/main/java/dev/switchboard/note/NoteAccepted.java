package dev.switchboard.note;

import java.util.UUID;

/**
 * The answer to a command about a note that is durable now.
 *
 * @param message says so
 * @param id of the operation
 */
public record NoteAccepted(String message, UUID noteId, UUID id, String status) {

  static NoteAccepted of(String message, UUID noteId, UUID id) {
    return new NoteAccepted(message, noteId, id, "pending");
  }
}
