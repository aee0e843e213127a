package dev.switchboard.room;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.NumberedListParameters;
import dev.switchboard.room.MessageView.MessagePage;
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

/** The messages of a room over REST. */
@Path("/rooms/{roomId}/messages")
@Tag(name = "rooms")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomMessageResource {
  private final Pages pages;

  @SuppressWarnings("NullAway")
  RoomMessageResource() {
    this(null);
  }

  @Inject
  public RoomMessageResource(Pages pages) {
    this.pages = pages;
  }

  /** The messages, newest first; with {@code afterSequence} those behind it, oldest first. */
  @GET
  @Operation(
      operationId = "listRoomMessages",
      summary = "List a room's messages, newest first; oldest first with afterSequence")
  @APIResponse(
      responseCode = "200",
      description = "A page of messages",
      content = @Content(schema = @Schema(implementation = MessagePage.class)))
  public Response list(
      @PathParam("roomId") String roomId,
      @BeanParam NumberedListParameters asked,
      @Context UriInfo uri) {
    return pages
        .ofStream(RoomStreams.of(ChosenId.of("/roomId", roomId)), null, asked)
        .map(entry -> entry.member("message"))
        .toResponse(uri);
  }
}
