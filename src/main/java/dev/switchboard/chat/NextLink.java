package dev.switchboard.chat;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** The RFC 8288 link from a page to the next one. */
final class NextLink {
  private NextLink() {}

  /**
   * Completes the answer, with the link if there is a next page.
   *
   * @param parameter the query parameter that says where a page begins
   * @param next its value for the next page
   */
  static Response on(
      Response.ResponseBuilder answer, UriInfo uri, String parameter, @Nullable String next) {
    if (next != null) {
      answer.links(
          Link.fromUriBuilder(uri.getRequestUriBuilder().replaceQueryParam(parameter, next))
              .rel("next")
              .build());
    }
    return answer.build();
  }
}
