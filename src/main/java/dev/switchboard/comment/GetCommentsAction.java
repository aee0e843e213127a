package dev.switchboard.comment;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.realtime.Action;
import dev.switchboard.realtime.ClientFrame;
import dev.switchboard.realtime.Connection;
import dev.switchboard.realtime.ErrorCode;
import dev.switchboard.realtime.FrameException;
import dev.switchboard.realtime.ListAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** {@code getComments}: answers with the latest comments of a post. */
@ApplicationScoped
class GetCommentsAction implements Action {
  private static final int MOST = 100;

  private final LatestComments comments;
  private final ListAnswers answers;
  private final Clock clock;

  @SuppressWarnings("NullAway")
  GetCommentsAction() {
    this(null, null, null);
  }

  @Inject
  GetCommentsAction(LatestComments comments, ListAnswers answers, Clock clock) {
    this.comments = comments;
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "getComments";
  }

  @Override
  public void perform(Connection connection, ClientFrame frame) {
    answers.requireRoom(connection);
    String answer =
        frame
            .answer("comments.list")
            .add("data", comments.of(postIn(frame), frame.limit(MOST)))
            .add("timestamp", clock.instant().toString())
            .build()
            .toString();
    connection.send(answer);
  }

  private static String postIn(ClientFrame frame) {
    return frame
        .text("postId")
        .filter(ChosenId::is)
        .orElseThrow(() -> invalid("'postId' is not the id of a post."));
  }

  private static FrameException invalid(String message) {
    return new FrameException(ErrorCode.INVALID, message);
  }
}
