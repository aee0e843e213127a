package dev.switchboard.room;

import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.ListParameters;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.room.RoomView.RoomPage;
import dev.switchboard.stream.Heads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rooms over REST. */
@Path("/rooms")
@Tag(name = "rooms")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RoomResource {
  private final Heads heads;

  @SuppressWarnings("NullAway")
  RoomResource() {
    this(null);
  }

  @Inject
  public RoomResource(Heads heads) {
    this.heads = heads;
  }

  /** The rooms in which something was said, in the order of their ids. */
  @GET
  @Operation(operationId = "listRooms", summary = "List the rooms, in the order of their ids")
  @APIResponse(
      responseCode = "200",
      description = "A page of rooms",
      content = @Content(schema = @Schema(implementation = RoomPage.class)))
  public Response list(@BeanParam ListParameters asked, @Context UriInfo uri) {
    Limit size = asked.size();
    String after =
        asked.start().map(start -> start.key(0, id -> ChosenId.of("/cursor", id))).orElse("");
    List<RoomView> rows =
        heads.active(RoomStreams.KIND, after, size.plusOne()).stream()
            .map(stream -> new RoomView(stream.id(), stream.lastAt()))
            .toList();
    return Page.of(rows, size, room -> Cursor.after(room.roomId())).toResponse(uri);
  }
}
