package dev.switchboard.operations;

import dev.switchboard.bus.Operations;
import dev.switchboard.platform.Ids;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of a command, for its author and for administrators. */
@Path("/operations/{id}")
@Tag(name = "operations")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OperationResource {
  private final Operations operations;

  @SuppressWarnings("NullAway")
  OperationResource() {
    this(null);
  }

  @Inject
  public OperationResource(Operations operations) {
    this.operations = operations;
  }

  /** One operation; to others than its author it does not exist. */
  @GET
  @Operation(operationId = "getOperation", summary = "See what became of a command")
  @APIResponse(
      responseCode = "200",
      description = "What became of the command so far",
      content = @Content(schema = @Schema(implementation = OperationView.class)))
  public OperationView get(@PathParam("id") String id, @Context SecurityContext security) {
    Caller caller = Caller.of(security);
    return Ids.parse(id)
        .flatMap(operations::find)
        .filter(found -> found.author().equals(caller.userId()) || caller.administers())
        .map(OperationView::of)
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such operation."));
  }
}
