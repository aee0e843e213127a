package dev.switchboard.board;

import dev.switchboard.bus.Accepted;
import dev.switchboard.bus.Commands;
import dev.switchboard.bus.Submission;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.paging.Cursor;
import dev.switchboard.platform.paging.Limit;
import dev.switchboard.platform.paging.ListParameters;
import dev.switchboard.platform.paging.Page;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.Caller;
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

/** Boards over REST: opened by command, listed and read at once. */
@Path("/boards")
@Tag(name = "boards")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BoardResource {
  private static final UUID LOWEST = new UUID(0, 0);

  private final Commands commands;
  private final Boards boards;
  private final BoardRepository repository;

  @SuppressWarnings("NullAway")
  BoardResource() {
    this(null, null, null);
  }

  @Inject
  public BoardResource(Commands commands, Boards boards, BoardRepository repository) {
    this.commands = commands;
    this.boards = boards;
    this.repository = repository;
  }

  /** Opens a board. */
  @POST
  @Operation(operationId = "createBoard", summary = "Open a board")
  @APIResponse(
      responseCode = "202",
      description = "The board will be opened",
      content = @Content(schema = @Schema(implementation = Accepted.class)))
  public Response create(
      BoardRequest request,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context SecurityContext security) {
    Caller caller = Caller.of(security);
    String author = caller.userId();
    String createdBy = caller.authorAs(request.userId());
    UUID id =
        commands.accept(
            new Submission(author, CreateBoard.QUEUE, false, key, request),
            newId -> new CreateBoard(newId, author, createdBy, request.name()));
    return Accepted.of(id, "Board creation request is accepted.");
  }

  /** The boards, the oldest first. */
  @GET
  @Operation(operationId = "listBoards", summary = "List the boards, the oldest first")
  @APIResponse(
      responseCode = "200",
      description = "A page of boards",
      content = @Content(schema = @Schema(implementation = BoardPage.class)))
  public Response list(@BeanParam ListParameters asked, @Context UriInfo uri) {
    Limit size = asked.size();
    Cursor start = asked.start().orElse(Cursor.after(Instant.EPOCH, LOWEST));
    List<BoardView> rows =
        repository.openedAfter(start.instant(0), start.id(1), size.plusOne()).stream()
            .map(Board::view)
            .toList();
    return Page.of(rows, size, board -> Cursor.after(board.createdAt(), board.id()))
        .toResponse(uri);
  }

  /** One board. */
  @GET
  @Path("/{boardId}")
  @Operation(operationId = "getBoard", summary = "Get a board")
  @APIResponse(
      responseCode = "200",
      description = "The board",
      content = @Content(schema = @Schema(implementation = BoardView.class)))
  public BoardView get(@PathParam("boardId") String boardId) {
    return boards.find(boardId).orElseThrow(BoardResource::absent);
  }

  static ProblemException absent() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such board.");
  }
}
