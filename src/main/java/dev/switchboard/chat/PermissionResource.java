package dev.switchboard.chat;

import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who may do what in chats, over REST; changes hold when they are answered. */
@Path("/permissions")
@Tag(name = "chats")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PermissionResource {
  private final PermissionChanges changes;
  private final Withdrawal withdrawal;
  private final PermissionLists lists;

  @SuppressWarnings("NullAway")
  PermissionResource() {
    this(null, null, null);
  }

  @Inject
  public PermissionResource(
      PermissionChanges changes, Withdrawal withdrawal, PermissionLists lists) {
    this.changes = changes;
    this.withdrawal = withdrawal;
    this.lists = lists;
  }

  /** Gives a user a role in a chat, in place of the one before. */
  @POST
  @Operation(operationId = "grantPermission", summary = "Give a user a role in a chat")
  @APIResponse(
      responseCode = "201",
      description = "The role is given",
      content = @Content(schema = @Schema(implementation = PermissionView.class)))
  public Response grant(PermissionRequest request, @Context SecurityContext security) {
    PermissionView granted =
        changes.grant(
            Caller.of(security), request.userId(), request.chatId(), Role.of(request.role()));
    return Response.status(Response.Status.CREATED).entity(granted).build();
  }

  /** Takes a user's role in a chat away; live connections of that user lose the chat at once. */
  @DELETE
  @Operation(operationId = "withdrawPermission", summary = "Take a user's role in a chat away")
  @APIResponse(responseCode = "204", description = "The role is withdrawn")
  public void withdraw(
      @QueryParam("userId") @Nullable String userId,
      @QueryParam("chatId") @Nullable String chatId,
      @Context SecurityContext security) {
    withdrawal.withdraw(Caller.of(security), ChatForm.userId(userId), ChatForm.chatId(chatId));
  }

  /** A user's roles, by chat; or the roles in a chat, by user. */
  @GET
  @Operation(
      operationId = "listPermissions",
      summary = "List a user's roles, or the roles in a chat; one of userId and chatId is given")
  @APIResponse(
      responseCode = "200",
      description = "A page of roles",
      content = @Content(schema = @Schema(implementation = PermissionList.class)))
  public Response list(
      @QueryParam("userId") @Nullable String userId,
      @QueryParam("chatId") @Nullable String chatId,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    Caller caller = Caller.of(security);
    Limit size = Limit.of(limit);
    if ((userId == null) == (chatId == null)) {
      throw ProblemException.invalid("/userId", "must be given, or else chatId: one of the two");
    }
    PermissionList page =
        userId == null
            ? lists.ofChat(caller, ChatForm.chatId(chatId), size, cursor)
            : lists.ofUser(caller, ChatForm.userId(userId), size, cursor);
    return NextLink.on(Response.ok(page), uri, "cursor", page.next());
  }
}
