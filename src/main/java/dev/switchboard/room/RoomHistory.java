package dev.switchboard.room;

import dev.switchboard.platform.paging.Limit;
import dev.switchboard.realtime.Latest;
import dev.switchboard.realtime.ListAnswers;
import dev.switchboard.stream.Entry;
import dev.switchboard.stream.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads what was said last, so much as one frame may hold. */
@ApplicationScoped
class RoomHistory {
  private final History history;
  private final ListAnswers answers;

  @SuppressWarnings("NullAway")
  RoomHistory() {
    this(null, null);
  }

  @Inject
  RoomHistory(History history, ListAnswers answers) {
    this.history = history;
    this.answers = answers;
  }

  /** The latest messages of a room with a number below {@code before}. */
  Latest ofRoom(String roomId, long before, Limit limit) {
    return latest(history.before(RoomStreams.of(roomId), null, before, limit.plusOne()), limit);
  }

  /** The latest messages of a user in all rooms. */
  Latest ofUser(String userId, Limit limit) {
    return latest(history.byAuthor(RoomStreams.KIND, userId, limit.plusOne()), limit);
  }

  private Latest latest(List<Entry> rows, Limit limit) {
    return answers.latest(rows, limit, row -> row.member("message"));
  }
}
