package dev.switchboard.platform.paging;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and the cursor of the next part where there is one. */
public record Page<T>(List<T> items, @Nullable String next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * The page made of rows that were read with {@link Limit#plusOne()}: the row too many only shows
   * that there is a next page.
   */
  public static <T> Page<T> of(List<T> rows, Limit limit, Function<? super T, Cursor> cursor) {
    if (rows.size() <= limit.value()) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit.value());
    return new Page<>(items, cursor.apply(items.get(items.size() - 1)).encode());
  }

  /** The same page with its items in another form. */
  public <R> Page<R> map(Function<? super T, ? extends R> form) {
    return new Page<>(items.stream().<R>map(form).toList(), next);
  }

  /** The answer {@code {items, next?}}, with an RFC 8288 link to the next page. */
  public Response toResponse(UriInfo uri) {
    Response.ResponseBuilder answer = Response.ok(this);
    if (next != null) {
      answer.links(
          Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam("cursor", next))
              .rel("next")
              .build());
    }
    return answer.build();
  }
}
