package dev.switchboard.stream;

/** Entries as if they had been read from the database. */
public final class StoredEntries {
  private StoredEntries() {}

  public static Entry of(Draft draft, Place place) {
    return new Entry(draft, place);
  }
}
