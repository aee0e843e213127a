package dev.switchboard.measurement;

import dev.switchboard.platform.RestApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes measurements of clients. */
@Path("/metrics")
@Tag(name = "operations")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "default", ref = RestApplication.PROBLEM)
public class MetricResource {
  private final Measurements measurements;

  @SuppressWarnings("NullAway")
  MetricResource() {
    this(null);
  }

  @Inject
  public MetricResource(Measurements measurements) {
    this.measurements = measurements;
  }

  /**
   * What was taken in.
   *
   * @param accepted how many measurements: all of the call
   */
  public record AcceptedMetrics(int accepted) {}

  /** Takes all measurements of a call, or none. */
  @POST
  @Operation(operationId = "postMetrics", summary = "Hand in measurements of a client")
  @APIResponse(
      responseCode = "202",
      description = "They are counted",
      content = @Content(schema = @Schema(implementation = AcceptedMetrics.class)))
  public Response post(MetricsRequest request) {
    measurements.record(request.metrics());
    return Response.accepted(new AcceptedMetrics(request.metrics().size())).build();
  }
}
