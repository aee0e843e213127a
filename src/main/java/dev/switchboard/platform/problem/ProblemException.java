package dev.switchboard.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A problem of the catalogue on its way to the client; it carries nothing that a client may not
 * see.
 */
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final Duration OUTAGE_RETRY = Duration.ofSeconds(2);

  private final ProblemType type;
  private final String detail;
  private final transient List<Violation> violations;
  private final transient @Nullable Duration retryAfter;

  /** A problem that one sentence explains. */
  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of(), null, null);
  }

  private ProblemException(
      ProblemType type,
      String detail,
      List<Violation> violations,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    // Without a stack trace unless there is a cause: this is an answer, not a failure.
    super(detail, cause, false, cause != null);
    this.type = type;
    this.detail = detail;
    this.violations = violations;
    this.retryAfter = retryAfter;
  }

  /** One invalid place of the request; the pointer is a JSON pointer such as {@code /name}. */
  public static ProblemException invalid(String pointer, String detail) {
    return invalid(List.of(new Violation(pointer, detail)));
  }

  /** Several invalid places of the request. */
  public static ProblemException invalid(List<Violation> violations) {
    return new ProblemException(
        ProblemType.INVALID,
        "The request has invalid values.",
        List.copyOf(violations),
        null,
        null);
  }

  /** The database or the broker is away; the client may try again in two seconds. */
  public static ProblemException unavailable(Throwable cause) {
    return new ProblemException(
        ProblemType.UNAVAILABLE,
        "A part that this call needs is away; try again soon.",
        List.of(),
        OUTAGE_RETRY,
        cause);
  }

  /** Too busy, with nothing broken; the client may try again after the given time. */
  public static ProblemException busy(Duration retryAfter) {
    return new ProblemException(
        ProblemType.UNAVAILABLE, "Too busy for the moment.", List.of(), retryAfter, null);
  }

  /** Too many requests; the client may try again after the given time. */
  public static ProblemException rateLimited(Duration retryAfter) {
    return new ProblemException(
        ProblemType.RATE_LIMITED,
        "Too many requests; wait before the next one.",
        List.of(),
        retryAfter,
        null);
  }

  /** The entry of the catalogue. */
  public ProblemType type() {
    return type;
  }

  /** What happened this time, for the client to read. */
  public String detail() {
    return detail;
  }

  /** The invalid places; empty unless the type is {@link ProblemType#INVALID}. */
  public List<Violation> violations() {
    return violations;
  }

  /** When to try again, where that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
