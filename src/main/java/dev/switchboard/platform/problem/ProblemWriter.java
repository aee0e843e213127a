package dev.switchboard.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers a servlet request with a problem, where JAX-RS is not at work. */
@ApplicationScoped
public class ProblemWriter {

  /** Writes status, headers and body; the path of the request becomes the problem's instance. */
  public void write(
      ProblemException problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String json = Problem.of(problem, request.getRequestURI()).toJson();
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    response.setStatus(problem.type().status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    Problem.headers(problem).forEach(response::setHeader);
    response.getOutputStream().write(body);
  }
}
