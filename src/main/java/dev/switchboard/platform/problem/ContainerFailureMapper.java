package dev.switchboard.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Puts a problem in the place of the container's own error pages; what is no error passes. */
@Provider
@ApplicationScoped
public class ContainerFailureMapper implements ExceptionMapper<WebApplicationException> {

  private final ProblemMapper problems;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  public ContainerFailureMapper() {
    this(null);
  }

  /** Takes the mapper that renders every problem. */
  @Inject
  public ContainerFailureMapper(ProblemMapper problems) {
    this.problems = problems;
  }

  @Override
  public Response toResponse(WebApplicationException failure) {
    Response original = failure.getResponse();
    if (original.getStatus() < Response.Status.BAD_REQUEST.getStatusCode()) {
      return original;
    }
    Response answer = problems.toResponse(failure);
    String allow = original.getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? answer
        : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allow).build();
  }
}
