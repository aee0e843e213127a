package dev.switchboard.realtime;

/** Says that a client's frame cannot be obeyed; it is answered by an error frame. */
public class FrameException extends RuntimeException {
  private final ErrorCode code;

  /**
   * @param message what the client is told
   */
  public FrameException(ErrorCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  ErrorCode code() {
    return code;
  }
}
