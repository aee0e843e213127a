package dev.switchboard.operations;

import dev.switchboard.bus.DeadLetter;
import dev.switchboard.bus.DeadLetters;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.AllowedGroups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** What could not be carried out: looked at, sent back or removed. */
@Path("/dead-letters")
@Tag(name = "operations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@AllowedGroups("admin")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
public class DeadLetterResource {
  private final DeadLetters letters;

  @SuppressWarnings("NullAway")
  DeadLetterResource() {
    this(null);
  }

  @Inject
  public DeadLetterResource(DeadLetters letters) {
    this.letters = letters;
  }

  /** A page of dead letters, as the description of the API shows it. */
  record DeadLetterPage(List<DeadLetter> items, @Nullable String next) {}

  /**
   * What was sent back.
   *
   * @param replayed how many letters
   */
  public record Replayed(long replayed) {}

  /** The dead letters of one queue or of all, in each the oldest first. */
  @GET
  @Operation(operationId = "listDeadLetters", summary = "List what could not be carried out")
  @APIResponse(
      responseCode = "200",
      description = "A page of dead letters",
      content = @Content(schema = @Schema(implementation = DeadLetterPage.class)))
  public Response list(
      @QueryParam("queue") @Nullable String queue,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    return letters.page(queue, Cursor.parse(cursor), Limit.of(limit)).toResponse(uri);
  }

  /** Sends one letter back to its queue. */
  @POST
  @Path("/{id}/replay")
  @Operation(operationId = "replayDeadLetter", summary = "Have a command tried again")
  @APIResponse(responseCode = "202", description = "It is tried again")
  public Response replay(@PathParam("id") String id) {
    letters.replay(id);
    return Response.accepted(new Replayed(1)).build();
  }

  /** Sends all letters of a queue back to it. */
  @POST
  @Path("/replay")
  @Operation(operationId = "replayDeadLetters", summary = "Have all of a queue tried again")
  @APIResponse(
      responseCode = "202",
      description = "They are tried again",
      content = @Content(schema = @Schema(implementation = Replayed.class)))
  public Response replayAll(@QueryParam("queue") @Nullable String queue) {
    if (queue == null) {
      throw ProblemException.invalid("/queue", "must name the queue");
    }
    return Response.accepted(new Replayed(letters.replayAll(queue))).build();
  }

  /** Removes a letter for ever. */
  @DELETE
  @Path("/{id}")
  @Operation(operationId = "removeDeadLetter", summary = "Give a command up for ever")
  @APIResponse(responseCode = "204", description = "It is gone")
  public void remove(@PathParam("id") String id) {
    letters.remove(id);
  }
}
