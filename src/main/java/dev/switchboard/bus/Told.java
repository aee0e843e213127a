package dev.switchboard.bus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The entries without a number that this node was told of lately: nothing else tells a repeat. */
final class Told {
  /** What comes again, does so within seconds: when the broker is back, or a node has died. */
  private static final int REMEMBERED = 16_384;

  private final Set<String> ids = Collections.newSetFromMap(new Bounded());

  /** Notes an entry; false when it is known. */
  synchronized boolean add(String id) {
    return ids.add(id);
  }

  private static final class Bounded extends LinkedHashMap<String, Boolean> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
      return size() > REMEMBERED;
    }
  }
}
