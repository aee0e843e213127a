package dev.switchboard.realtime;

import dev.switchboard.bus.StreamEvent;
import dev.switchboard.stream.StreamName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the log knows those calls by that lately withdrew rights, as far as this node was told. */
@ApplicationScoped
class EpochTraces {
  private static final int REMEMBERED = 1_000;

  private final Map<String, Beginning> latest = new Bounded();

  /** The latest epoch of a stream, and the trace of the call that began it. */
  private record Beginning(long epoch, String trace) {}

  void note(StreamEvent event) {
    if (event.tellsOfEpoch() && !event.trace().isEmpty()) {
      remember(event.stream(), new Beginning(event.epoch(), event.trace()));
    }
  }

  /** Nodes tell of their epochs in any order. */
  private synchronized void remember(String stream, Beginning begun) {
    Beginning known = latest.remove(stream);
    latest.put(stream, known != null && known.epoch() > begun.epoch() ? known : begun);
  }

  /** The trace of the one call that withdrew a right since; null for several, or an unknown one. */
  synchronized @Nullable String between(StreamName stream, long before, long now) {
    Beginning known = latest.get(stream.toString());
    return known != null && known.epoch() == now && before == now - 1 ? known.trace() : null;
  }

  private static final class Bounded extends LinkedHashMap<String, Beginning> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Beginning> eldest) {
      return size() > REMEMBERED;
    }
  }
}
