package dev.switchboard.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Writes streams, inside the caller's transaction. The number is taken in the transaction that
 * stores the entry, from a row that stays locked until the commit: so numbers have no holes and
 * stand in the order of commits.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Streams {
  @PersistenceContext(unitName = "switchboard")
  @SuppressWarnings("NullAway.Init")
  private EntityManager entities;

  private final Counters counters;

  @SuppressWarnings("NullAway")
  Streams() {
    this(null);
  }

  @Inject
  Streams(Counters counters) {
    this.counters = counters;
  }

  /** Stores a draft at the end of its stream. */
  public Appended append(Draft draft) {
    Counters.Taken taken =
        draft.numbered() ? counters.next(draft.stream()) : counters.aside(draft.stream());
    Entry entry = new Entry(draft, taken.place());
    entities.persist(entry);
    return new Appended(entry, taken.epoch());
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
