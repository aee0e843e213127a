package dev.switchboard.room;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room as clients see it. */
public record RoomView(String roomId, Instant lastMessageAt) {

  /** The form of a page of rooms, for the API's description. */
  record RoomPage(List<RoomView> items, @Nullable String next) {}
}
