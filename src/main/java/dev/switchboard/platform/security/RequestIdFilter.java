package dev.switchboard.platform.security;

import dev.switchboard.platform.Ids;
import dev.switchboard.platform.log.Trace;
import dev.switchboard.platform.problem.ProblemMapper;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives each call an id, the proxy's where there is one, by which the log can be searched. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class RequestIdFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final String HEADER = "X-Request-Id";
  private static final String TRACEPARENT = "traceparent";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  @Inject private transient Ids ids;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String id = id(request.getHeader(HEADER));
    request.setAttribute(ProblemMapper.REQUEST_ID, id);
    response.setHeader(HEADER, id);
    Trace.begin(Trace.idOf(request.getHeader(TRACEPARENT)).orElse(id));
    try {
      chain.doFilter(request, response);
    } finally {
      Trace.end();
    }
  }

  private String id(@Nullable String given) {
    return given != null && HARMLESS.matcher(given).matches() ? given : ids.next().toString();
  }
}
