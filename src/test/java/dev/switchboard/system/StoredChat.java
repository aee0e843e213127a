package dev.switchboard.system;

import dev.switchboard.stream.TestDatabase;
import java.time.Duration;

/** A chat whose messages are put into the database as if they had been published. */
final class StoredChat {

  private static final String MESSAGES =
      """
      insert into stream_entry (kind, stream, id, number, author, pushed, stored_at, frame)
      select 'chat', 'chat:' || c.id, m.id, m.number, c.user_id, true, m.at,
        json_build_object('type', 'message', 'chatId', c.id, 'message', json_build_object(
          'messageId', m.id, 'chatId', c.id, 'userId', c.user_id, 'eventType', 'said',
          'content', 'message ' || m.number, 'targetChannel', 'WebSocket',
          'messageType', 'fifo', 'sequenceNumber', m.number, 'timestamp', m.at))
      from (select cast(? as text) as id, cast(? as text) as user_id) c,
        (select gen_random_uuid() as id, number,
            now() - ? * interval '1 second' * (1 - number / ?::float8) as at
          from generate_series(1, ?) number) m
      """;

  private static final String COUNTER =
      """
      insert into stream (name, last_number, last_at)
      values ('chat:' || ?, ?, clock_timestamp())
      """;

  private StoredChat() {}

  static Chat filled(Account owner, int messages) {
    return filled(owner, messages, Duration.ofMinutes(1));
  }

  /** The messages are spread over a span of time up to now. */
  static Chat filled(Account owner, int messages, Duration span) {
    Chat chat = Chat.of(owner);
    TestDatabase database = TestDatabase.ofInstallation();
    database.execute(
        MESSAGES, chat.id(), owner.userId(), (double) span.toSeconds(), messages, messages);
    database.execute(COUNTER, chat.id(), (long) messages);
    return chat;
  }
}
