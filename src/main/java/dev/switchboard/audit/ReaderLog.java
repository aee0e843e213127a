package dev.switchboard.audit;

import dev.switchboard.audit.Stretch.Gap;
import dev.switchboard.audit.Stretch.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one reader received, in the order in which it came. Streams go by their names, such as
 * {@code chat:lobby}. Not safe for use by several threads at once.
 */
public final class ReaderLog {
  private final Map<String, List<Stretch>> stretches = new LinkedHashMap<>();
  private final Map<String, Stretch> open = new HashMap<>();

  /**
   * The reader follows a stream from now on, for the first time or anew.
   *
   * @param since the number of the last entry that it has; without a replay, of the last one stored
   */
  public void subscribed(String stream, long since) {
    begin(stream, new Beginning.Behind(since));
  }

  /**
   * The same, where only the answer is known and not what was asked for.
   *
   * @param lastSequence the number of the last entry at that time
   * @param replayed how many entries the answer promised
   */
  public void subscribed(String stream, long lastSequence, long replayed) {
    begin(
        stream,
        replayed == 0
            ? new Beginning.Behind(lastSequence)
            : new Beginning.Replayed(lastSequence, replayed));
  }

  private void begin(String stream, Beginning beginning) {
    Stretch stretch = new Stretch(beginning);
    stretches.computeIfAbsent(stream, name -> new ArrayList<>()).add(stretch);
    open.put(stream, stretch);
  }

  /** A numbered entry came. */
  public void received(String stream, long number, @Nullable String id) {
    if (!open.containsKey(stream)) {
      subscribed(stream, Long.MAX_VALUE);
    }
    stretch(stream).add(new Received(number, Optional.ofNullable(id)));
  }

  /** The server said that entries are no longer kept. */
  public void gap(String stream, long from, long to) {
    if (open.containsKey(stream)) {
      stretch(stream).add(new Gap(from, to));
    }
  }

  private Stretch stretch(String stream) {
    return Objects.requireNonNull(open.get(stream));
  }

  /** The reader follows a stream no more. */
  public void unsubscribed(String stream) {
    open.remove(stream);
  }

  /** The reader has a new connection, on which it follows nothing yet. */
  public void connected() {
    open.clear();
  }

  /** The streams that it ever followed. */
  public Set<String> streams() {
    return Set.copyOf(stretches.keySet());
  }

  List<Stretch> stretches(String stream) {
    return stretches.getOrDefault(stream, List.of());
  }

  boolean isOpen(String stream, Stretch stretch) {
    return stretch.equals(open.get(stream));
  }
}
