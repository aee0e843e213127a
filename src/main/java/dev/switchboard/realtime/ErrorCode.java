package dev.switchboard.realtime;

/** What can be wrong with a client's frame; the connection stays open. */
public enum ErrorCode {
  INVALID("invalid"),
  UNKNOWN_ACTION("unknownAction"),
  FORBIDDEN("forbidden"),
  NOT_FOUND("notFound"),
  RATE_LIMITED("rateLimited"),
  UNAVAILABLE("unavailable");

  private final String word;

  ErrorCode(String word) {
    this.word = word;
  }

  /** The code as it stands in an error frame. */
  public String word() {
    return word;
  }
}
