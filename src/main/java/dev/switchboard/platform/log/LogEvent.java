package dev.switchboard.platform.log;

import com.ibm.websphere.logging.hpel.LogRecordContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the log tells in one line each: whose it is and what it is about, by ids, names of streams
 * and counts. No line holds a text that people send, nor a secret. Each kind has a logger of its
 * own, {@code dev.switchboard.event.} and its name, so that an operator may choose.
 */
public final class LogEvent {

  private static final String KIND = "event";
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** A client connected. */
  public static final LogEvent CONNECT = new LogEvent("connect", Level.INFO);

  /** A connection ended. */
  public static final LogEvent DISCONNECT = new LogEvent("disconnect", Level.INFO);

  /** A connection follows a stream from now on. */
  public static final LogEvent SUBSCRIBE = new LogEvent("subscribe", Level.INFO);

  /** A subscription ended, because its right was withdrawn. */
  public static final LogEvent REVOKE = new LogEvent("revoke", Level.INFO);

  /** A command is on the broker's disk. */
  public static final LogEvent PUBLISH = new LogEvent("publish", Level.INFO);

  /** An event went out to those of this node who follow its stream. */
  public static final LogEvent BROADCAST = new LogEvent("broadcast", Level.INFO);

  /** What nobody uses any more was removed. */
  public static final LogEvent CLEANUP = new LogEvent("cleanup", Level.INFO);

  /** A command was refused, for it never can be carried out. */
  public static final LogEvent REFUSE = new LogEvent("refuse", Level.INFO);

  /** A command failed. */
  public static final LogEvent FAILURE = new LogEvent("failure", Level.WARNING);

  private final String name;
  private final Logger log;
  private final Level level;

  private LogEvent(String name, Level level) {
    this.name = name;
    this.log = System.getLogger("dev.switchboard.event." + name);
    this.level = level;
  }

  /** Whether anybody wants to know: to be asked where it takes time to say what happened. */
  public boolean isWanted() {
    return log.isLoggable(level);
  }

  /**
   * Writes a line.
   *
   * @param fields names and values in turns; those without a value are left out
   */
  public void log(@Nullable Object... fields) {
    if (isWanted()) {
      write(pairs(fields));
    }
  }

  private static Map<String, Object> pairs(@Nullable Object... fields) {
    Map<String, Object> pairs = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      Object value = fields[i + 1];
      if (value != null) {
        pairs.put(String.valueOf(fields[i]), value);
      }
    }
    return pairs;
  }

  private void write(Map<String, Object> pairs) {
    LogRecordContext.addExtension(KIND, name);
    pairs.forEach((name, value) -> LogRecordContext.addExtension(field(name, value), line(value)));
    try {
      log.log(level, "{0}{1}", name, text(pairs));
    } finally {
      pairs.forEach((name, value) -> LogRecordContext.removeExtension(field(name, value)));
      LogRecordContext.removeExtension(KIND);
    }
  }

  /** Liberty puts {@code ext_} before it, and by its end knows a number. */
  private static String field(String name, Object value) {
    return value instanceof Number ? name + "_long" : name;
  }

  private static String text(Map<String, Object> pairs) {
    StringBuilder text = new StringBuilder();
    pairs.forEach((name, value) -> text.append(' ').append(name).append('=').append(line(value)));
    return text.toString();
  }

  private static String line(Object value) {
    return CONTROL.matcher(value.toString()).replaceAll(" ");
  }
}
