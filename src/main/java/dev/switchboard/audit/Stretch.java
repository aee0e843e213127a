package dev.switchboard.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one reader received of one stream, from a subscription to the end of it. */
final class Stretch {

  /**
   * An entry as it came.
   *
   * @param id absent where the frame told none
   */
  record Received(long number, Optional<String> id) {}

  /** Entries that the server said are no longer kept: these numbers and all between them. */
  record Gap(long from, long to) {}

  private final Beginning beginning;
  private final List<Received> received = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  Stretch(Beginning beginning) {
    this.beginning = beginning;
  }

  void add(Received entry) {
    received.add(entry);
  }

  void add(Gap gap) {
    gaps.add(gap);
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  boolean isGap(long number) {
    return gaps.stream().anyMatch(gap -> gap.from() <= number && number <= gap.to());
  }

  /** The number of the entry behind which the reader wants everything. */
  long start(StoredStream stored) {
    return beginning.start(stored);
  }

  /** Whether an entry with this number is one that the reader has already, as it said. */
  boolean isBeforeStart(long number) {
    return beginning.isBefore(number);
  }
}
