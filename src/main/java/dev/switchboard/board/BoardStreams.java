package dev.switchboard.board;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.StreamKind;
import dev.switchboard.stream.StreamName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The streams of boards: everybody signed in may follow any board that exists. */
@ApplicationScoped
class BoardStreams implements StreamKind {
  static final String KIND = "board";

  private final Boards boards;

  @SuppressWarnings("NullAway")
  BoardStreams() {
    this(null);
  }

  @Inject
  BoardStreams(Boards boards) {
    this.boards = boards;
  }

  static StreamName of(String boardId) {
    return new StreamName(KIND, boardId);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String key() {
    return "boardId";
  }

  @Override
  public Admission admits(Caller caller, String id) {
    // An id has other spellings, but the stream has one name.
    return boards.find(id).filter(board -> board.id().toString().equals(id)).isPresent()
        ? Admission.GRANTED
        : Admission.ABSENT;
  }
}
