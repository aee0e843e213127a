package dev.switchboard.chat;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.Parameters;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.stream.History;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query parameters that ask for messages, as they came; what is wrong is a problem 400. */
public class MessageParameters {
  private static final Instant EARLIEST = Instant.EPOCH;

  @QueryParam("chatId")
  @Nullable String chatId;

  @QueryParam("limit")
  @Nullable String limit;

  @QueryParam("startKey")
  @Nullable String startKey;

  @QueryParam("fromTimestamp")
  @Nullable String fromTimestamp;

  @QueryParam("toTimestamp")
  @Nullable String toTimestamp;

  @QueryParam("afterSequence")
  @Nullable String afterSequence;

  String chat() {
    return ChatForm.chatId(chatId);
  }

  Limit size() {
    return Limit.of(limit);
  }

  MessageQuery query() {
    return afterSequence == null ? latest() : following(afterSequence);
  }

  private MessageQuery latest() {
    Instant from = moment("/fromTimestamp", fromTimestamp).orElse(EARLIEST);
    Instant to = moment("/toTimestamp", toTimestamp).orElse(History.LATEST);
    return start(key -> new MessageQuery.Latest(from, key.key(0, MessageParameters::at), key.id(1)))
        .orElse(new MessageQuery.Latest(from, to, History.HIGHEST));
  }

  private MessageQuery following(String sequence) {
    if (fromTimestamp != null || toTimestamp != null) {
      throw ProblemException.invalid("/afterSequence", "must stand without a time range");
    }
    long number = Parameters.number("/afterSequence", sequence);
    return start(key -> new MessageQuery.Following(key.number(0)))
        .orElse(new MessageQuery.Following(number));
  }

  private Optional<MessageQuery> start(Function<Cursor, MessageQuery> form) {
    try {
      return Cursor.parse(startKey).map(form);
    } catch (ProblemException notOurs) {
      throw ProblemException.invalid("/startKey", "must be the nextKey of a page of this list");
    }
  }

  private static Optional<Instant> moment(String pointer, @Nullable String text) {
    try {
      return Optional.ofNullable(text).map(MessageParameters::at);
    } catch (DateTimeException e) {
      throw ProblemException.invalid(pointer, "must be an instant like 2026-01-31T12:00:00Z");
    }
  }

  /** What lies outside the years that the database knows moves to their edge. */
  private static Instant at(String text) {
    Instant moment = Instant.parse(text);
    if (moment.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return moment.isAfter(History.LATEST) ? History.LATEST : moment;
  }
}
