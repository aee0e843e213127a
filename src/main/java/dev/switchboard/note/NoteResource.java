package dev.switchboard.note;

import dev.switchboard.bus.Accepted;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One note over REST: read at once, changed and removed by command. */
@Path("/notes/{noteId}")
@Tag(name = "notes")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {
  private final NoteDoor door;
  private final Notes notes;

  @SuppressWarnings("NullAway")
  NoteResource() {
    this(null, null);
  }

  @Inject
  public NoteResource(NoteDoor door, Notes notes) {
    this.door = door;
    this.notes = notes;
  }

  /** The note, to its author or if it is public. */
  @GET
  @Operation(operationId = "getNote", summary = "Get a note of one's own, or a public one")
  @APIResponse(
      responseCode = "200",
      description = "The note",
      content = @Content(schema = @Schema(implementation = NoteView.class)))
  public NoteView get(@PathParam("noteId") UUID noteId, @Context SecurityContext security) {
    return notes.read(Caller.of(security), noteId);
  }

  /** Changes the note; the commands about one note are carried out in the order accepted. */
  @PUT
  @Operation(operationId = "updateNote", summary = "Change a note")
  @APIResponse(
      responseCode = "202",
      description = "The note will be changed",
      content = @Content(schema = @Schema(implementation = NoteAccepted.class)))
  public Response update(
      @PathParam("noteId") UUID noteId,
      NoteRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    UUID id = door.update(Caller.of(security), noteId, request, key);
    return Accepted.of(id, NoteAccepted.of("Note update submitted for processing", noteId, id));
  }

  /** Removes the note for good. */
  @DELETE
  @Operation(operationId = "deleteNote", summary = "Remove a note")
  @APIResponse(
      responseCode = "202",
      description = "The note will be removed",
      content = @Content(schema = @Schema(implementation = NoteAccepted.class)))
  public Response delete(
      @PathParam("noteId") UUID noteId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    UUID id = door.delete(Caller.of(security), noteId, key);
    return Accepted.of(id, NoteAccepted.of("Note removal submitted for processing", noteId, id));
  }
}
