package dev.switchboard.operations;

import dev.switchboard.platform.RestApplication;
import dev.switchboard.realtime.ClusterFigures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How many connections are open, for everybody signed in. */
@Path("/websocket/connections")
@Tag(name = "operations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
public class ConnectionCountResource {
  private final ClusterFigures figures;

  @SuppressWarnings("NullAway")
  ConnectionCountResource() {
    this(null);
  }

  @Inject
  public ConnectionCountResource(ClusterFigures figures) {
    this.figures = figures;
  }

  /** The connections of all nodes, and of each. */
  @GET
  @Operation(operationId = "countConnections", summary = "Count the open connections")
  @APIResponse(
      responseCode = "200",
      description = "How many there are",
      content = @Content(schema = @Schema(implementation = ConnectionsView.class)))
  public ConnectionsView count() {
    return ConnectionsView.of(figures.connectionsByNode());
  }
}
