package dev.switchboard.audit;

import java.util.BitSet;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The numbered entries of one stream as the database holds them. */
public final class StoredStream {
  private final long head;
  private final NavigableMap<Long, String> pushed = new TreeMap<>();
  private final BitSet kept = new BitSet();
  private long lowest = Long.MAX_VALUE;
  private long repeats;

  /**
   * A stream without entries yet.
   *
   * @param head the number of the last entry that was ever stored
   */
  public StoredStream(long head) {
    this.head = head;
  }

  /**
   * Takes in an entry.
   *
   * @param isPushed whether subscribers get it
   */
  public void add(long number, String id, boolean isPushed) {
    lowest = Math.min(lowest, number);
    int bit = Math.toIntExact(number);
    if (kept.get(bit)) {
      repeats++;
    }
    kept.set(bit);
    if (isPushed) {
      pushed.put(number, id);
    }
  }

  /** How many numbers are missing between the lowest that is kept and the last one. */
  public long holes() {
    return kept.isEmpty() ? 0 : head - lowest + 1 - kept.cardinality();
  }

  /** How many entries have a number that another one has. */
  public long repeats() {
    return repeats;
  }

  long head() {
    return head;
  }

  /** The numbers that subscribers get, above one and up to another. */
  LongStream numbers(long above, long upTo) {
    return upTo <= above
        ? LongStream.empty()
        : pushed.subMap(above, false, upTo, true).keySet().stream().mapToLong(Long::longValue);
  }

  /** Whether a number is among those kept. */
  boolean keeps(long number) {
    return number >= lowest;
  }

  @Nullable String id(long number) {
    return pushed.get(number);
  }

  /** The number behind which, up to another, there are so many entries for subscribers. */
  long behindWhich(long upTo, long entries) {
    return pushed.headMap(upTo, true).descendingKeySet().stream()
        .limit(entries)
        .reduce((higher, lower) -> lower)
        .map(lowestReplayed -> lowestReplayed - 1)
        .orElse(upTo);
  }
}
