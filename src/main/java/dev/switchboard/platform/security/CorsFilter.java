package dev.switchboard.platform.security;

import dev.switchboard.platform.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets browsers call the API from the configured origins. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class CorsFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject private transient Settings settings;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    CorsPolicy policy = new CorsPolicy(settings.allowedOrigins());
    String origin = request.getHeader("Origin");
    if (isPreflight(request)) {
      policy.preflight(origin).forEach(response::setHeader);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      policy.answer(origin).forEach(response::setHeader);
      chain.doFilter(request, response);
    }
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Origin") != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }
}
