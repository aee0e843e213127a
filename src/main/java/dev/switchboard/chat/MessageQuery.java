package dev.switchboard.chat;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.stream.Entry;
import dev.switchboard.stream.History;
import dev.switchboard.stream.StreamName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which of a chat's messages are asked for, and in which order. */
sealed interface MessageQuery {

  /** The messages, at most {@code limit}. */
  List<Entry> read(History history, StreamName chat, int limit);

  /** Where the page after the one that ends with this entry begins. */
  Cursor after(Entry last);

  /**
   * What was stored in a span of time, newest first.
   *
   * @param from the earliest moment, included
   * @param before only what was stored before this moment, or at it under a lower id
   */
  record Latest(Instant from, Instant before, UUID id) implements MessageQuery {

    @Override
    public List<Entry> read(History history, StreamName chat, int limit) {
      return history.latest(chat, from, before, id, limit);
    }

    @Override
    public Cursor after(Entry last) {
      return Cursor.after(last.storedAt(), last.id());
    }
  }

  /** What has a number above this one, oldest first. */
  record Following(long number) implements MessageQuery {

    @Override
    public List<Entry> read(History history, StreamName chat, int limit) {
      return history.after(chat, null, number, limit);
    }

    @Override
    public Cursor after(Entry last) {
      return Cursor.after(last.number());
    }
  }
}
