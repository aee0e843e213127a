package dev.switchboard.platform.log;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What ties together the lines of a call, of the commands it sends and of what they bring about, on
 * whatever node: the trace id of a {@code traceparent} (W3C Trace Context), else the call's request
 * id.
 */
public final class Trace {
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}.*");
  private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

  private Trace() {}

  /** The trace id of a header, if it is one. */
  public static Optional<String> idOf(@Nullable String traceparent) {
    return Optional.ofNullable(traceparent)
        .map(TRACEPARENT::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1));
  }

  /** The trace of the call that this thread serves, if it serves one. */
  public static Optional<String> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** From now on this thread serves a call of this trace, until {@link #end}. */
  public static void begin(String id) {
    CURRENT.set(id);
  }

  /** The call is over. */
  public static void end() {
    CURRENT.remove();
  }
}
