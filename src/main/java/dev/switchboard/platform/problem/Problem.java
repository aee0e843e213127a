package dev.switchboard.platform.problem;

import dev.switchboard.platform.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client reads when something goes wrong: problem details of RFC 9457. */
@Schema(name = "Problem", description = "Problem details (RFC 9457)")
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @Nullable List<Violation> errors) {

  /** The media type of every problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The problem as it stood at the given path. */
  public static Problem of(ProblemException problem, String path) {
    return new Problem(
        problem.type().uri().toString(),
        problem.type().title(),
        problem.type().status(),
        problem.detail(),
        path,
        problem.violations().isEmpty() ? null : problem.violations());
  }

  /** The problem as a JAX-RS answer. */
  static Response response(ProblemException problem, String path) {
    Response.ResponseBuilder answer =
        Response.status(problem.type().status())
            .type(MEDIA_TYPE)
            .entity(of(problem, path).toJson().getBytes(StandardCharsets.UTF_8));
    headers(problem).forEach(answer::header);
    return answer.build();
  }

  /** The problem as JSON text. */
  public String toJson() {
    JsonObjectBuilder json =
        Json.object()
            .add("type", type)
            .add("title", title)
            .add("status", status)
            .add("detail", detail)
            .add("instance", instance);
    if (errors != null) {
      json.add("errors", Json.array(errors.stream().map(Problem::shown).toList()));
    }
    return json.build().toString();
  }

  private static JsonObject shown(Violation error) {
    return Json.object().add("pointer", error.pointer()).add("detail", error.detail()).build();
  }

  static Map<String, String> headers(ProblemException problem) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (problem.type() == ProblemType.UNAUTHORIZED) {
      headers.put("WWW-Authenticate", "Bearer");
    }
    problem.retryAfter().ifPresent(wait -> headers.put("Retry-After", wholeSeconds(wait)));
    return headers;
  }

  private static String wholeSeconds(Duration wait) {
    return String.valueOf(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
  }
}
