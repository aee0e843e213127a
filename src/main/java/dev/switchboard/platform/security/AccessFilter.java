package dev.switchboard.platform.security;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Set;

/** Lets pass who has signed in and, where groups are named, is in one of them. */
public class AccessFilter implements ContainerRequestFilter {

  private final Set<String> allowed;

  AccessFilter(Set<String> allowed) {
    this.allowed = allowed;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Caller caller = Caller.of(request.getSecurityContext());
    if (!allowed.isEmpty() && allowed.stream().noneMatch(caller::is)) {
      throw new ProblemException(
          ProblemType.FORBIDDEN, "Only for the groups " + String.join(", ", allowed) + ".");
    }
  }
}
