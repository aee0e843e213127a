package dev.switchboard.platform.paging;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list by numbers: the highest first, or those behind a number. */
public class NumberedListParameters extends ListParameters {

  @QueryParam("afterSequence")
  @Nullable String afterSequence;

  /** Whether the lowest number comes first. */
  public boolean isAscending() {
    return afterSequence != null;
  }

  /** The number behind which the page begins, in its direction. */
  public long number() {
    long head =
        afterSequence == null ? Long.MAX_VALUE : Parameters.number("/afterSequence", afterSequence);
    return start().map(cursor -> cursor.number(0)).orElse(head);
  }
}
