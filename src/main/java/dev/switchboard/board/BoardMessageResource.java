package dev.switchboard.board;

import dev.switchboard.board.MessageView.MessagePage;
import dev.switchboard.bus.Accepted;
import dev.switchboard.bus.Commands;
import dev.switchboard.bus.Submission;
import dev.switchboard.platform.MessageLength;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.NumberedListParameters;
import dev.switchboard.platform.paging.Parameters;
import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.Pages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The messages of a board over REST. */
@Path("/boards/{boardId}/messages")
@Tag(name = "boards")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BoardMessageResource {
  private final Commands commands;
  private final Boards boards;
  private final Pages pages;
  private final MessageLength length;

  @SuppressWarnings("NullAway")
  BoardMessageResource() {
    this(null, null, null, null);
  }

  @Inject
  public BoardMessageResource(Commands commands, Boards boards, Pages pages, MessageLength length) {
    this.commands = commands;
    this.boards = boards;
    this.pages = pages;
    this.length = length;
  }

  /** Posts a message; the messages of a board are carried out in the order accepted. */
  @POST
  @Operation(operationId = "postBoardMessage", summary = "Post a message on a board")
  @APIResponse(
      responseCode = "202",
      description = "The message will be posted",
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  public Response post(
      @PathParam("boardId") String boardId,
      MessageRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    Caller caller = Caller.of(security);
    String userId = caller.authorAs(request.userId());
    String board = boards.find(boardId).orElseThrow(BoardResource::absent).id().toString();
    length.require("/data", request.data());
    UUID id =
        commands.accept(
            new Submission(caller.userId(), PostMessage.QUEUE, true, key, List.of(board, request)),
            newId ->
                new PostMessage(
                    newId, caller.userId(), userId, board, request.topic(), request.data()));
    return Accepted.of(id, "Message posting request is accepted.");
  }

  /** The messages, newest first; with {@code afterSequence} those behind it, oldest first. */
  @GET
  @Operation(
      operationId = "listBoardMessages",
      summary = "List a board's messages, newest first; oldest first with afterSequence")
  @APIResponse(
      responseCode = "200",
      description = "A page of messages",
      content = @Content(schema = @Schema(implementation = MessagePage.class)))
  public Response list(
      @PathParam("boardId") String boardId,
      @QueryParam("topic") @Nullable String topic,
      @BeanParam NumberedListParameters asked,
      @Context UriInfo uri) {
    String board = boards.find(boardId).orElseThrow(BoardResource::absent).id().toString();
    return pages
        .ofStream(BoardStreams.of(board), Parameters.text("/topic", topic), asked)
        .map(entry -> entry.member("message"))
        .toResponse(uri);
  }
}
