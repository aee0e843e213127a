package dev.switchboard.comment;

import dev.switchboard.platform.json.Json;
import dev.switchboard.stream.Draft;
import dev.switchboard.stream.Place;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What happened to a comment. It is told in two streams, that of the post and that of all posts,
 * under a number of its own in each; a frame's {@code postId} says whose number it holds.
 *
 * @param type what subscribers get as {@code type}
 */
record CommentEvent(String type, String postId, JsonObject data) {

  static CommentEvent created(CommentView comment) {
    return new CommentEvent("comment.created", comment.postId(), whole(comment));
  }

  static CommentEvent updated(CommentView comment) {
    return new CommentEvent("comment.updated", comment.postId(), whole(comment));
  }

  static CommentEvent deleted(String postId, UUID commentId) {
    JsonObject data =
        Json.object().add("postId", postId).add("commentId", commentId.toString()).build();
    return new CommentEvent("comment.deleted", postId, data);
  }

  private static JsonObject whole(CommentView comment) {
    return Json.object().add("postId", comment.postId()).add("comment", comment.toJson()).build();
  }

  /** The event for both streams, brought about by that command. */
  List<Draft> drafts(ChangeComment command) {
    return Stream.of(postId, CommentStreams.ALL_POSTS)
        .map(
            key ->
                Draft.event(
                    command.id(),
                    CommentStreams.of(key),
                    command.userId(),
                    place -> frame(key, place)))
        .toList();
  }

  private String frame(String key, Place place) {
    return Json.object()
        .add("type", type)
        .add("postId", key)
        .add("data", data)
        .add("timestamp", place.storedAt().toString())
        .add("sequenceNumber", place.number())
        .build()
        .toString();
  }
}
