package dev.switchboard.stream;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import dev.switchboard.stream.Counters.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes streams, inside the caller's transaction. The number is taken in the transaction that
 * stores the entry, from a row that stays locked until the commit: so numbers have no holes and
 * stand in the order of commits.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Streams {
  private final Counters counters;
  private final Entries entries;

  @SuppressWarnings("NullAway")
  Streams() {
    this(null, null);
  }

  @Inject
  Streams(Counters counters, Entries entries) {
    this.counters = counters;
    this.entries = entries;
  }

  /** Stores each draft at the end of its stream, in this order. */
  public List<Appended> append(List<Draft> drafts) {
    SortedMap<String, Long> behind = numbered(drafts);
    // In this order, as who begins an epoch: the other way each could wait for the other.
    Map<String, Taken> aside = counters.aside(unnumbered(drafts));
    Map<String, Taken> taken = counters.next(behind);
    List<Appended> appended = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      String stream = draft.stream().toString();
      Taken end = Objects.requireNonNull((draft.numbered() ? taken : aside).get(stream));
      long others = draft.numbered() ? behind.merge(stream, -1L, Long::sum) : 0;
      appended.add(new Appended(new Entry(draft, end.place(others)), end.epoch()));
    }
    entries.insert(appended.stream().map(Appended::entry).toList());
    return appended;
  }

  private static SortedMap<String, Long> numbered(List<Draft> drafts) {
    return drafts.stream()
        .filter(Draft::numbered)
        .collect(groupingBy(draft -> draft.stream().toString(), TreeMap::new, counting()));
  }

  private static SortedSet<String> unnumbered(List<Draft> drafts) {
    return drafts.stream()
        .filter(draft -> !draft.numbered())
        .map(draft -> draft.stream().toString())
        .collect(toCollection(TreeSet::new));
  }

  /**
   * Begins an epoch of a stream, for somebody's right to read it was withdrawn: no entry stored
   * from now on is sent before every reader's right was looked at again.
   *
   * @return the epoch
   */
  public long beginEpoch(StreamName stream) {
    return counters.beginEpoch(stream);
  }
}
