package dev.switchboard.room;

import dev.switchboard.platform.json.Json;
import dev.switchboard.stream.Place;

/** A message in a room as subscribers get it, which is also how it is stored. */
final class RoomFrame {
  private RoomFrame() {}

  static String of(SendMessage command, Place place) {
    return Json.object()
        .add("type", "message")
        .add("roomId", command.roomId())
        .add(
            "message",
            Json.object()
                .add("messageId", command.id().toString())
                .add("roomId", command.roomId())
                .add("userId", command.userId())
                .add("username", command.username())
                .add("content", command.content())
                .add("createdAt", place.storedAt().toString())
                .add("sequenceNumber", place.number()))
        .build()
        .toString();
  }
}
