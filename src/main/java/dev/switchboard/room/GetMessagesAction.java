package dev.switchboard.room;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.json.Json;
import dev.switchboard.platform.paging.Parameters;
import dev.switchboard.realtime.Action;
import dev.switchboard.realtime.ClientFrame;
import dev.switchboard.realtime.Connection;
import dev.switchboard.realtime.ErrorCode;
import dev.switchboard.realtime.FrameException;
import dev.switchboard.realtime.Latest;
import dev.switchboard.realtime.ListAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;

/** {@code getMessages}: what was said last in a room, or by a user in all rooms. */
@ApplicationScoped
class GetMessagesAction implements Action {
  private static final String ROOM = "roomId";
  private static final String USER = "userId";
  private static final int LIMIT = 50;

  private final RoomHistory history;
  private final ListAnswers answers;

  @SuppressWarnings("NullAway")
  GetMessagesAction() {
    this(null, null);
  }

  @Inject
  GetMessagesAction(RoomHistory history, ListAnswers answers) {
    this.history = history;
    this.answers = answers;
  }

  @Override
  public String name() {
    return "getMessages";
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    boolean ofRoom = frame.members().containsKey(ROOM);
    if (ofRoom == frame.members().containsKey(USER)) {
      throw new FrameException(ErrorCode.INVALID, "The frame names either roomId or userId.");
    }
    answers.requireRoom(connection);
    connection.send(ofRoom ? ofRoom(frame) : ofUser(frame));
  }

  private String ofRoom(ClientFrame frame) {
    String roomId = ChosenId.of("/roomId", frame.text(ROOM).orElseThrow());
    long before = frame.number("before").orElse(Long.MAX_VALUE);
    Latest latest = history.ofRoom(roomId, before, frame.limit(LIMIT));
    return answer(frame.answer("messageHistory").add(ROOM, roomId), latest);
  }

  private String ofUser(ClientFrame frame) {
    if (frame.number("before").isPresent()) {
      throw new FrameException(
          ErrorCode.INVALID, "'before' is a number in a room, and there is no roomId.");
    }
    String userId = frame.text(USER).orElseThrow();
    Parameters.text("/userId", userId);
    Latest latest = history.ofUser(userId, frame.limit(LIMIT));
    return answer(frame.answer("messageHistory").add(USER, userId), latest);
  }

  private static String answer(JsonObjectBuilder answer, Latest latest) {
    return answer
        .add("messages", Json.array(latest.items()))
        .add("hasMore", latest.hasMore())
        .build()
        .toString();
  }
}
