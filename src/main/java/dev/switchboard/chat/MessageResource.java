package dev.switchboard.chat;

import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.Entry;
import dev.switchboard.stream.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The history of chats over REST. */
@Path("/messages")
@Tag(name = "chats")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MessageResource {
  private final Access access;
  private final History history;

  @SuppressWarnings("NullAway")
  MessageResource() {
    this(null, null);
  }

  @Inject
  public MessageResource(Access access, History history) {
    this.access = access;
    this.history = history;
  }

  /** The messages, newest first; with {@code afterSequence} those behind it, oldest first. */
  @GET
  @Operation(
      operationId = "listChatMessages",
      summary = "List a chat's messages, newest first; oldest first with afterSequence")
  @APIResponse(
      responseCode = "200",
      description = "A page of messages",
      content = @Content(schema = @Schema(implementation = MessageList.Form.class)))
  public Response list(
      @BeanParam MessageParameters parameters,
      @Context SecurityContext security,
      @Context UriInfo uri) {
    String chatId = parameters.chat();
    Limit limit = parameters.size();
    MessageQuery query = parameters.query();
    Caller caller = Caller.of(security);
    access.requireRead(caller, chatId);
    List<Entry> rows = query.read(history, ChatStreams.of(chatId), limit.plusOne());
    // What was read before a look that is passed was stored before the right could be withdrawn.
    access.requireRead(caller, chatId);
    Page<JsonObject> page =
        Page.of(rows, limit, query::after).map(entry -> entry.member("message"));
    MessageList list = new MessageList(page.items(), page.next());
    return NextLink.on(Response.ok(list), uri, "startKey", list.nextKey());
  }
}
