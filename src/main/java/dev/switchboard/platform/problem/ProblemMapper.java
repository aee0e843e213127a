package dev.switchboard.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Answers every failure that is not mapped more narrowly; a failure of our own is logged, once. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {

  /** The request attribute that holds the id under which a failure is logged. */
  public static final String REQUEST_ID = "dev.switchboard.request-id";

  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

  private final HttpServletRequest request;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  public ProblemMapper() {
    this(null);
  }

  /** Takes the request whose path a problem names. */
  @Inject
  public ProblemMapper(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public Response toResponse(Throwable failure) {
    ProblemException problem = Diagnosis.of(failure);
    Object id = request.getAttribute(REQUEST_ID);
    if (problem.type() == ProblemType.INTERNAL) {
      LOG.log(Level.ERROR, () -> "Request " + id + " failed", failure);
    } else if (problem.type() == ProblemType.UNAVAILABLE) {
      LOG.log(Level.WARNING, "Request {0} found a part away: {1}", id, failure.getClass());
    }
    return Problem.response(problem, request.getRequestURI());
  }
}
