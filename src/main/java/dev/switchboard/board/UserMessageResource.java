package dev.switchboard.board;

import dev.switchboard.board.MessageView.MessagePage;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.ListParameters;
import dev.switchboard.platform.paging.Parameters;
import dev.switchboard.stream.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a user posted on boards. */
@Path("/users/{userId}/messages")
@Tag(name = "boards")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserMessageResource {
  private final Pages pages;

  @SuppressWarnings("NullAway")
  UserMessageResource() {
    this(null);
  }

  @Inject
  public UserMessageResource(Pages pages) {
    this.pages = pages;
  }

  /** The messages that a user posted on boards, newest first. */
  @GET
  @Operation(
      operationId = "listUserMessages",
      summary = "List what a user posted on boards, newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of messages",
      content = @Content(schema = @Schema(implementation = MessagePage.class)))
  public Response list(
      @PathParam("userId") String userId, @BeanParam ListParameters asked, @Context UriInfo uri) {
    Parameters.text("/userId", userId);
    return pages
        .byAuthor(BoardStreams.KIND, userId, asked)
        .map(entry -> entry.member("message"))
        .toResponse(uri);
  }
}
