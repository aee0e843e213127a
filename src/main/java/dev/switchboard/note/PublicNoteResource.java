package dev.switchboard.note;

import dev.switchboard.note.NoteView.NotePage;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.ListParameters;
import dev.switchboard.platform.security.Open;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everybody's public notes over REST, for those too who have not signed in. */
@Path("/notes/public")
@Tag(name = "notes")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Open
@Produces(MediaType.APPLICATION_JSON)
public class PublicNoteResource {
  private final Notes notes;

  @SuppressWarnings("NullAway")
  PublicNoteResource() {
    this(null);
  }

  @Inject
  public PublicNoteResource(Notes notes) {
    this.notes = notes;
  }

  /** The public notes, the newest first. */
  @GET
  @Operation(
      operationId = "listPublicNotes",
      summary = "List everybody's public notes, the newest first")
  @SecurityRequirements
  @APIResponse(
      responseCode = "200",
      description = "A page of notes",
      content = @Content(schema = @Schema(implementation = NotePage.class)))
  public Response list(@BeanParam ListParameters asked, @Context UriInfo uri) {
    return notes.ofAll(asked).toResponse(uri);
  }
}
