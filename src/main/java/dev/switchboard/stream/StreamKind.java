package dev.switchboard.stream;

import dev.switchboard.platform.security.Caller;
import java.time.Duration;
import java.util.Optional;

/** What a feature tells the core about its streams; a bean of this type makes them subscribable. */
public interface StreamKind {

  /** Whether a caller may follow a stream. */
  enum Admission {
    GRANTED,
    FORBIDDEN,
    ABSENT
  }

  /** The word in front of the colon of a stream's name, such as {@code board}. */
  String kind();

  /** The member of a frame that names a stream of this kind, such as {@code boardId}. */
  String key();

  /**
   * Judges a caller who wants to follow a stream.
   *
   * @param named what stands under the key
   */
  Admission admits(Caller caller, String named);

  /**
   * The stream that a caller means.
   *
   * @param named what stands under the key
   */
  default StreamName stream(Caller caller, String named) {
    return new StreamName(kind(), named);
  }

  /** What every connection follows without asking, as it would stand under the key. */
  default Optional<String> unasked() {
    return Optional.empty();
  }

  /**
   * How long entries are kept; empty for ever. A kind with a retention has a table of its own,
   * {@code stream_entry_<kind>}, a partition of {@code stream_entry} that is partitioned by {@code
   * stored_at}.
   */
  default Optional<Duration> retention() {
    return Optional.empty();
  }
}
