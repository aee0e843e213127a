package dev.switchboard.realtime;

import dev.switchboard.bus.StreamEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The events of one stream that came before their turn: entries with a number wait for those in
 * front of them, and all wait for the review of their epoch. What finds no room is dropped.
 */
final class Ahead {
  private static final int MAX_WAITING = 1_000;

  private final TreeMap<Long, StreamEvent> numbered = new TreeMap<>();
  private final Queue<StreamEvent> unnumbered = new ArrayDeque<>(0);

  void add(StreamEvent event) {
    if (event.number() > 0) {
      if (numbered.size() < MAX_WAITING) {
        numbered.put(event.number(), event);
      }
    } else if (!event.frame().isEmpty() && unnumbered.size() < MAX_WAITING) {
      unnumbered.add(event);
    }
  }

  /** Forgets the entries up to this number. */
  void dropUpTo(long number) {
    numbered.headMap(number, true).clear();
  }

  /** Whether no entry with a number waits. */
  boolean isEmpty() {
    return numbered.isEmpty();
  }

  /** Takes the entry with this number, if it is here and of an epoch that was reviewed. */
  @Nullable StreamEvent take(long number, long epoch) {
    StreamEvent event = numbered.get(number);
    if (event == null || event.epoch() > epoch) {
      return null;
    }
    return numbered.remove(number);
  }

  /** Takes the next entry without a number, if it is of an epoch that was reviewed. */
  @Nullable StreamEvent takeUnnumbered(long epoch) {
    StreamEvent event = unnumbered.peek();
    return event == null || event.epoch() > epoch ? null : unnumbered.remove();
  }
}
