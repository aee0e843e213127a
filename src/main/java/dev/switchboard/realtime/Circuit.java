package dev.switchboard.realtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Goes round and round a set of names that others change meanwhile, a page at a time. */
final class Circuit {
  private final Set<String> names;
  private final int page;
  private Iterator<String> round = Collections.emptyIterator();

  /**
   * @param names a set that may change while it is gone through
   * @param page how many names at once, at most
   */
  Circuit(Set<String> names, int page) {
    this.names = names;
    this.page = page;
  }

  /** The next names of this round, or the first of another. */
  synchronized List<String> next() {
    if (!round.hasNext()) {
      round = names.iterator();
    }
    List<String> next = new ArrayList<>();
    while (round.hasNext() && next.size() < page) {
      next.add(round.next());
    }
    return next;
  }
}
