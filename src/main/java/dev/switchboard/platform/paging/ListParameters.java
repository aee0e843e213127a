package dev.switchboard.platform.paging;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list, as they came; what is wrong is a problem 400. */
public class ListParameters {

  @QueryParam("limit")
  @Nullable String limit;

  @QueryParam("cursor")
  @Nullable String cursor;

  /** How many items the page may have. */
  public Limit size() {
    return Limit.of(limit);
  }

  /** Where the page begins; empty for the head of the list. */
  public Optional<Cursor> start() {
    return Cursor.parse(cursor);
  }
}
