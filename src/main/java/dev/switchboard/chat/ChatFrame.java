package dev.switchboard.chat;

import dev.switchboard.platform.json.Json;
import dev.switchboard.stream.Place;
import jakarta.json.JsonObjectBuilder;

/** A message in a chat as subscribers get it, which is also how it is stored. */
final class ChatFrame {
  private ChatFrame() {}

  static String of(PublishMessage command, Place place) {
    JsonObjectBuilder message =
        Json.object()
            .add("messageId", command.id().toString())
            .add("chatId", command.chatId())
            .add("userId", command.userId())
            .add("eventType", command.eventType())
            .add("content", command.content())
            .add("targetChannel", command.targetChannel())
            .add("messageType", command.messageType());
    if (place.isNumbered()) {
      message.add("sequenceNumber", place.number());
    }
    return Json.object()
        .add("type", "message")
        .add("chatId", command.chatId())
        .add("message", message.add("timestamp", place.storedAt().toString()))
        .build()
        .toString();
  }
}
