package dev.switchboard.operations;

import dev.switchboard.bus.Removals;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.security.AllowedGroups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Removes connections, wherever they are. */
@Path("/websocket/connections/{connectionId}")
@Tag(name = "operations")
@ApplicationScoped
@AllowedGroups("admin")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
public class ConnectionRemovalResource {
  private final Removals removals;

  @SuppressWarnings("NullAway")
  ConnectionRemovalResource() {
    this(null);
  }

  @Inject
  public ConnectionRemovalResource(Removals removals) {
    this.removals = removals;
  }

  /** Has a connection closed with 4503, whichever node holds it. */
  @DELETE
  @Operation(operationId = "removeConnection", summary = "Close a connection")
  @APIResponse(responseCode = "204", description = "The connection is closed")
  public void remove(@PathParam("connectionId") String connectionId) {
    if (!removals.remove(checked(connectionId))) {
      throw absent();
    }
  }

  private static String checked(String connectionId) {
    try {
      return UUID.fromString(connectionId).toString();
    } catch (IllegalArgumentException noUuid) {
      throw absent();
    }
  }

  private static ProblemException absent() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such connection.");
  }
}
