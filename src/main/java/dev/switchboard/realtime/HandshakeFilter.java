package dev.switchboard.realtime;

import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import dev.switchboard.platform.problem.ProblemWriter;
import dev.switchboard.platform.rate.AddressRates;
import dev.switchboard.platform.security.Origins;
import dev.switchboard.platform.security.Tokens;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;

/** Refuses a handshake from a foreign origin (403) or without a valid token (401). */
@WebFilter(urlPatterns = SocketEndpoint.PATH, asyncSupported = true)
public class HandshakeFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private transient Tokens tokens;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private transient Origins origins;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private transient AddressRates rates;

  @Inject
  @SuppressWarnings("NullAway.Init")
  private transient ProblemWriter problems;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest admitted;
    try {
      admitted = admitted(request);
    } catch (ProblemException refused) {
      problems.write(limited(refused, request), request, response);
      return;
    }
    chain.doFilter(admitted, response);
  }

  /** Who has no valid token may not try as often as he likes. */
  private ProblemException limited(ProblemException refused, HttpServletRequest request) {
    if (refused.type() != ProblemType.UNAUTHORIZED) {
      return refused;
    }
    try {
      rates.take(request.getRemoteAddr());
      return refused;
    } catch (ProblemException tooMany) {
      return tooMany;
    }
  }

  private HttpServletRequest admitted(HttpServletRequest request) {
    if (!origins.admit(request)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "This origin may not connect.");
    }
    String token =
        HandshakeToken.of(request)
            .orElseThrow(
                () -> new ProblemException(ProblemType.UNAUTHORIZED, "There is no token."));
    Principal principal = new CallerPrincipal(tokens.verify(token));
    return new HttpServletRequestWrapper(request) {
      @Override
      public Principal getUserPrincipal() {
        return principal;
      }
    };
  }
}
