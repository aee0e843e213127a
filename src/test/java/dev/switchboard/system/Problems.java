package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;

/** What every error has to look like: RFC 9457, and nothing of the server's inside. */
final class Problems {

  private Problems() {}

  static JsonObject assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse(""))
        .as("%s", answer)
        .startsWith("application/problem+json");
    JsonObject problem = answer.json();
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(URI.create(problem.getString("type")).toString()).isNotBlank();
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("detail")).isNotBlank();
    assertThat(problem.getString("instance")).isNotBlank();
    assertThat(answer.text()).doesNotContain("\tat ", "Exception", "dev.switchboard.");
    return problem;
  }

  /** A refused validation that points to the field. */
  static void assertInvalid(Answer answer, String pointer) {
    JsonObject problem = assertProblem(answer, 400);
    List<JsonObject> errors = problem.getJsonArray("errors").getValuesAs(JsonObject.class);
    assertThat(errors)
        .as("%s", answer)
        .anySatisfy(error -> assertThat(error.getString("pointer")).endsWith(pointer))
        .allSatisfy(error -> assertThat(error.getString("detail")).isNotBlank());
  }
}
