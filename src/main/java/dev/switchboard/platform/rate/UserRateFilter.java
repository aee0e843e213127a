package dev.switchboard.platform.rate;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Limits the commands of one user: everything that is not a mere look. */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
@ApplicationScoped
public class UserRateFilter implements ContainerRequestFilter {

  private static final Set<String> COMMANDS = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final UserRates rates;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  public UserRateFilter() {
    this(null);
  }

  @Inject
  public UserRateFilter(UserRates rates) {
    this.rates = rates;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (COMMANDS.contains(request.getMethod())
        && request.getSecurityContext().getUserPrincipal() instanceof JsonWebToken token) {
      rates.take(token.getSubject());
    }
  }
}
