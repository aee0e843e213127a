package dev.switchboard.audit;

/** Where a reader begins in a stream. */
sealed interface Beginning {

  /** The number of the entry behind which the reader wants everything. */
  long start(StoredStream stored);

  /** Whether an entry with this number must not come. */
  boolean isBefore(long number);

  /** Behind a number that the reader named, or behind the last entry at that time. */
  record Behind(long number) implements Beginning {
    @Override
    public long start(StoredStream stored) {
      return number;
    }

    @Override
    public boolean isBefore(long other) {
      return other <= number;
    }
  }

  /** So far back that {@code replayed} entries lay between there and the {@code last} one. */
  record Replayed(long last, long replayed) implements Beginning {
    @Override
    public long start(StoredStream stored) {
      return stored.behindWhich(last, replayed);
    }

    @Override
    public boolean isBefore(long other) {
      return false;
    }
  }
}
