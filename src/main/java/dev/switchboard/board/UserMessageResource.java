package dev.switchboard.board;

import dev.switchboard.board.MessageView.MessagePage;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.paging.Parameters;
import dev.switchboard.stream.Entry;
import dev.switchboard.stream.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a user posted on boards. */
@Path("/users/{userId}/messages")
@Tag(name = "boards")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class UserMessageResource {
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
  private static final UUID HIGHEST = new UUID(-1, -1);

  private final History history;

  @SuppressWarnings("NullAway")
  UserMessageResource() {
    this(null);
  }

  @Inject
  public UserMessageResource(History history) {
    this.history = history;
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
      @PathParam("userId") String userId,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    Parameters.text("/userId", userId);
    Limit size = Limit.of(limit);
    Cursor start = Cursor.parse(cursor).orElse(Cursor.after(LATEST, HIGHEST));
    List<Entry> rows =
        history.byAuthor(BoardStreams.KIND, userId, start.instant(0), start.id(1), size.plusOne());
    return Page.of(rows, size, entry -> Cursor.after(entry.storedAt(), entry.id()))
        .map(BoardFrame::message)
        .toResponse(uri);
  }
}
