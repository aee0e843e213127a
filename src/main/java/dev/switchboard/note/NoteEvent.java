package dev.switchboard.note;

import dev.switchboard.platform.json.Json;
import dev.switchboard.stream.Draft;
import dev.switchboard.stream.Place;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.UUID;

/**
 * What happened to a note, as those who follow a feed are told, which is also how it is stored.
 *
 * @param type such as {@code note-saved}
 * @param members what it says besides that
 */
record NoteEvent(String type, JsonObject members) {

  static NoteEvent saved(NoteView note) {
    return new NoteEvent("note-saved", whole(note).build());
  }

  static NoteEvent updated(NoteView note, Instant at) {
    return new NoteEvent("note-updated", whole(note).add("updatedAt", at.toString()).build());
  }

  /** It holds nothing of the text: to the public feed a note is lost also when it turns private. */
  static NoteEvent deleted(NoteView note, Instant at) {
    return new NoteEvent(
        "note-deleted",
        named(note.noteId(), note.username()).add("deletedAt", at.toString()).build());
  }

  static NoteEvent failed(ChangeNote command, String error) {
    return new NoteEvent(
        "note-failed", named(command.noteId(), command.username()).add("error", error).build());
  }

  private static JsonObjectBuilder whole(NoteView note) {
    return named(note.noteId(), note.username())
        .add("content", note.content())
        .add("isPublic", note.isPublic())
        .add("savedAt", note.savedAt().toString());
  }

  private static JsonObjectBuilder named(UUID noteId, String username) {
    return Json.object().add("noteId", noteId.toString()).add("username", username);
  }

  /** The entry of a feed that this is to be. */
  Draft in(Feed feed, ChangeNote command) {
    return Draft.event(command.id(), feed.stream(), command.userId(), place -> at(place, feed));
  }

  private String at(Place place, Feed feed) {
    JsonObjectBuilder frame =
        Json.object().add("type", type).add("eventType", type).add("notes", feed.name());
    members.forEach(frame::add);
    return frame
        .add("timestamp", place.storedAt().toString())
        .add("sequenceNumber", place.number())
        .build()
        .toString();
  }
}
