package dev.switchboard.stream;

import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.ListParameters;
import dev.switchboard.platform.paging.NumberedListParameters;
import dev.switchboard.platform.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads streams as lists, a page at a time. */
@ApplicationScoped
public class Pages {
  /** In a list by moments and ids, the latest first: the place in front of all items. */
  public static final Cursor HEAD = Cursor.after(History.LATEST, History.HIGHEST);

  private final History history;

  @SuppressWarnings("NullAway")
  Pages() {
    this(null);
  }

  @Inject
  Pages(History history) {
    this.history = history;
  }

  /** The entries of a stream that have a number; with a label, only those. */
  public Page<Entry> ofStream(
      StreamName stream, @Nullable String label, NumberedListParameters asked) {
    Limit size = asked.size();
    List<Entry> rows =
        asked.isAscending()
            ? history.after(stream, label, asked.number(), size.plusOne())
            : history.before(stream, label, asked.number(), size.plusOne());
    return Page.of(rows, size, entry -> Cursor.after(entry.number()));
  }

  /** What a user wrote in the streams of a kind, the latest first. */
  public Page<Entry> byAuthor(String kind, String author, ListParameters asked) {
    Limit size = asked.size();
    Cursor start = asked.start().orElse(HEAD);
    return Page.of(
        history.byAuthor(kind, author, start.instant(0), start.id(1), size.plusOne()),
        size,
        entry -> Cursor.after(entry.storedAt(), entry.id()));
  }
}
