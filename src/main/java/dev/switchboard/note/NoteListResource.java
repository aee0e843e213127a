package dev.switchboard.note;

import dev.switchboard.bus.Accepted;
import dev.switchboard.note.NoteView.NotePage;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.ListParameters;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One's own notes over REST: saved by command, listed at once. */
@Path("/notes")
@Tag(name = "notes")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class NoteListResource {
  private final NoteDoor door;
  private final Notes notes;

  @SuppressWarnings("NullAway")
  NoteListResource() {
    this(null, null);
  }

  @Inject
  public NoteListResource(NoteDoor door, Notes notes) {
    this.door = door;
    this.notes = notes;
  }

  /** Saves a note. */
  @POST
  @Operation(operationId = "createNote", summary = "Save a note")
  @APIResponse(
      responseCode = "202",
      description = "The note will be saved",
      content = @Content(schema = @Schema(implementation = NoteAccepted.class)))
  public Response create(
      NoteRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    UUID id = door.create(Caller.of(security), request, key);
    return Accepted.of(id, NoteAccepted.of("Note submitted for processing", id, id));
  }

  /** The caller's notes, the newest first. */
  @GET
  @Operation(operationId = "listNotes", summary = "List one's own notes, the newest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of notes",
      content = @Content(schema = @Schema(implementation = NotePage.class)))
  public Response list(
      @BeanParam ListParameters asked, @Context SecurityContext security, @Context UriInfo uri) {
    return notes.ofUser(Caller.of(security).userId(), asked).toResponse(uri);
  }
}
