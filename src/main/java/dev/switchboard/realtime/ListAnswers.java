package dev.switchboard.realtime;

import dev.switchboard.platform.Settings;
import dev.switchboard.platform.paging.Limit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Keeps answers that hold a list so small that an outbox has room for several. */
@ApplicationScoped
public class ListAnswers {
  private static final int SHARE_OF_OUTBOX = 16;

  private final Settings settings;

  @SuppressWarnings("NullAway")
  ListAnswers() {
    this(null);
  }

  @Inject
  ListAnswers(Settings settings) {
    this.settings = settings;
  }

  /**
   * Lets a question pass while the client reads the answers.
   *
   * @throws FrameException RATE_LIMITED when too much of what was sent is not read yet
   */
  public void requireRoom(Connection connection) {
    if (!connection.hasRoom()) {
      throw new FrameException(
          ErrorCode.RATE_LIMITED, "What was sent before is not read yet; ask again later.");
    }
  }

  /**
   * As many of the latest as one answer may hold, at least one where there is any.
   *
   * @param rows the latest first, read with {@link Limit#plusOne()}
   */
  public <T> Latest latest(List<T> rows, Limit limit, Function<T, JsonObject> form) {
    Deque<JsonObject> oldestFirst = new ArrayDeque<>();
    int room = settings.outboxBytes() / SHARE_OF_OUTBOX;
    for (T row : rows.subList(0, Math.min(rows.size(), limit.value()))) {
      JsonObject next = form.apply(row);
      room -= next.toString().length();
      if (room < 0 && !oldestFirst.isEmpty()) {
        break;
      }
      oldestFirst.addFirst(next);
    }
    return new Latest(List.copyOf(oldestFirst), oldestFirst.size() < rows.size());
  }
}
