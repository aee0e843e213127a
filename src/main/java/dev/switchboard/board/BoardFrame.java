package dev.switchboard.board;

import dev.switchboard.platform.json.Json;
import dev.switchboard.stream.Place;

/** A message on a board as subscribers get it, which is also how it is stored. */
final class BoardFrame {
  private BoardFrame() {}

  static String of(PostMessage command, Place place) {
    return Json.object()
        .add("type", "message")
        .add("boardId", command.boardId())
        .add(
            "message",
            Json.object()
                .add("id", command.id().toString())
                .add("topic", command.topic())
                .add("data", command.data())
                .add("boardId", command.boardId())
                .add("userId", command.userId())
                .add("createdAt", place.storedAt().toString())
                .add("sequenceNumber", place.number()))
        .build()
        .toString();
  }
}
