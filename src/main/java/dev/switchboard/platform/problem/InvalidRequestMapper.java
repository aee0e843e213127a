package dev.switchboard.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Goes before the container's own mapper of what Bean Validation found. */
@Provider
@ApplicationScoped
public class InvalidRequestMapper implements ExceptionMapper<ConstraintViolationException> {

  private final ProblemMapper problems;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  public InvalidRequestMapper() {
    this(null);
  }

  /** Takes the mapper that renders every problem. */
  @Inject
  public InvalidRequestMapper(ProblemMapper problems) {
    this.problems = problems;
  }

  @Override
  public Response toResponse(ConstraintViolationException failure) {
    return problems.toResponse(failure);
  }
}
