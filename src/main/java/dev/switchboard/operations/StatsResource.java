package dev.switchboard.operations;

import dev.switchboard.bus.DeadLetterQueues;
import dev.switchboard.platform.RestApplication;
import dev.switchboard.platform.security.AllowedGroups;
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

/** How busy the cluster is. */
@Path("/stats")
@Tag(name = "operations")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@AllowedGroups("admin")
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
public class StatsResource {
  private final ClusterFigures figures;
  private final DeadLetterQueues queues;

  @SuppressWarnings("NullAway")
  StatsResource() {
    this(null, null);
  }

  @Inject
  public StatsResource(ClusterFigures figures, DeadLetterQueues queues) {
    this.figures = figures;
    this.queues = queues;
  }

  /** The figures of all nodes, and how full the queues are. */
  @GET
  @Operation(operationId = "getStats", summary = "See how busy the cluster is")
  @APIResponse(
      responseCode = "200",
      description = "The figures",
      content = @Content(schema = @Schema(implementation = StatsView.class)))
  public StatsView get() {
    return StatsView.of(figures.sum(), queues.depths());
  }
}
