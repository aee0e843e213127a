package dev.switchboard.comment;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.StreamKind;
import dev.switchboard.stream.StreamName;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The streams of comments: one for each post, and one for all posts together. Everybody signed in
 * may follow them.
 */
@ApplicationScoped
class CommentStreams implements StreamKind {
  /** Stands for all posts where the id of one could stand. */
  static final String ALL_POSTS = "*";

  private static final String KIND = "post";
  private static final String KEY = "postId";

  static StreamName of(String postId) {
    return new StreamName(KIND, postId);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Admission admits(Caller caller, String named) {
    return named.equals(ALL_POSTS) || ChosenId.is(named) ? Admission.GRANTED : Admission.ABSENT;
  }
}
