package dev.switchboard.comment;

import dev.switchboard.bus.Accepted;
import dev.switchboard.comment.CommentView.CommentPage;
import dev.switchboard.platform.ChosenId;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.ListParameters;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
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

/** The comments of a post over REST: changed by command, listed at once. */
@Path("/posts/{postId}/comments")
@Tag(name = "comments")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CommentResource {
  private static final Cursor OLDEST = Cursor.after(Instant.EPOCH, new UUID(0, 0));

  private final Commenting commenting;
  private final CommentRepository repository;

  @SuppressWarnings("NullAway")
  CommentResource() {
    this(null, null);
  }

  @Inject
  public CommentResource(Commenting commenting, CommentRepository repository) {
    this.commenting = commenting;
    this.repository = repository;
  }

  /** Writes a comment. */
  @POST
  @Operation(operationId = "createComment", summary = "Comment on a post")
  @APIResponse(
      responseCode = "202",
      description = "The comment will be stored and sent",
      content = @Content(schema = @Schema(implementation = CommentAccepted.class)))
  public Response create(
      @PathParam("postId") String postId,
      CommentRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    UUID id = commenting.create(Caller.of(security), ChosenId.of("/postId", postId), request, key);
    return Accepted.of(id, CommentAccepted.of(id, id));
  }

  /** The comments, the oldest first. */
  @GET
  @Operation(operationId = "listComments", summary = "List a post's comments, the oldest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of comments",
      content = @Content(schema = @Schema(implementation = CommentPage.class)))
  public Response list(
      @PathParam("postId") String postId, @BeanParam ListParameters asked, @Context UriInfo uri) {
    String post = ChosenId.of("/postId", postId);
    Limit size = asked.size();
    Cursor start = asked.start().orElse(OLDEST);
    List<CommentView> rows =
        repository.writtenAfter(post, start.instant(0), start.id(1), size.plusOne()).stream()
            .map(Comment::view)
            .toList();
    return Page.of(rows, size, comment -> Cursor.after(comment.createdAt(), comment.id()))
        .map(CommentView::toJson)
        .toResponse(uri);
  }

  /** Edits a comment; what is done to comments is carried out in the order accepted. */
  @PUT
  @Path("/{commentId}")
  @Operation(operationId = "updateComment", summary = "Edit a comment")
  @APIResponse(
      responseCode = "202",
      description = "The comment will be edited",
      content = @Content(schema = @Schema(implementation = CommentAccepted.class)))
  public Response update(
      @PathParam("postId") String postId,
      @PathParam("commentId") UUID commentId,
      CommentRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    UUID id =
        commenting.update(
            Caller.of(security), ChosenId.of("/postId", postId), commentId, request, key);
    return Accepted.of(id, CommentAccepted.of(id, commentId));
  }

  /** Removes a comment. */
  @DELETE
  @Path("/{commentId}")
  @Operation(operationId = "deleteComment", summary = "Remove a comment")
  @APIResponse(
      responseCode = "202",
      description = "The comment will be removed",
      content = @Content(schema = @Schema(implementation = CommentAccepted.class)))
  public Response delete(
      @PathParam("postId") String postId,
      @PathParam("commentId") UUID commentId,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    UUID id =
        commenting.delete(Caller.of(security), ChosenId.of("/postId", postId), commentId, key);
    return Accepted.of(id, CommentAccepted.of(id, commentId));
  }
}
