package dev.switchboard.platform.security;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.rate.AddressRates;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who calls. Whether somebody must have signed in is for {@link AccessFeature} to say; a
 * call without a valid token counts against its address.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class AuthenticationFilter implements ContainerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;
  private final AddressRates addresses;
  private final HttpServletRequest servletRequest;

  @SuppressWarnings("NullAway") // for the container's proxy alone
  public AuthenticationFilter() {
    this(null, null, null);
  }

  /** Takes what it verifies with and what it counts in. */
  @Inject
  public AuthenticationFilter(
      Tokens tokens, AddressRates addresses, HttpServletRequest servletRequest) {
    this.tokens = tokens;
    this.addresses = addresses;
    this.servletRequest = servletRequest;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<JsonWebToken> token =
        bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION)).flatMap(this::verified);
    if (token.isPresent()) {
      boolean secure = request.getSecurityContext().isSecure();
      request.setSecurityContext(new BearerContext(token.get(), secure));
    } else {
      addresses.take(servletRequest.getRemoteAddr());
    }
  }

  private Optional<JsonWebToken> verified(String jwt) {
    try {
      return Optional.of(tokens.read(jwt));
    } catch (ProblemException problem) {
      if (problem.type() == ProblemType.UNAUTHORIZED) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  static Optional<String> bearer(@Nullable String header) {
    return Optional.ofNullable(header)
        .filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(text -> text.substring(SCHEME.length()).strip());
  }
}
