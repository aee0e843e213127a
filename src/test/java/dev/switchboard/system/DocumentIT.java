package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class DocumentIT {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final Api nobody = Switchboard.underTest().anonymous();
  private JsonObject paths = JsonObject.EMPTY_JSON_OBJECT;

  @BeforeAll
  void read_the_description() {
    Answer answer = nobody.outside("GET", "/openapi?format=JSON").send();
    assertThat(answer.status()).isEqualTo(200);
    paths = answer.json().getJsonObject("paths");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /auth/register, 201",
    "POST, /auth/login, 200",
    "POST, /auth/refresh, 200",
    "GET, /auth/me, 200",
    "GET, /auth/jwks, 200",
    "POST, /users/register, 202",
    "GET, /users, 200",
    "GET, /users/{email}, 200",
    "GET, /operations/{id}, 200",
    "POST, /boards, 202",
    "GET, /boards, 200",
    "GET, /boards/{boardId}, 200",
    "POST, /boards/{boardId}/messages, 202",
    "GET, /boards/{boardId}/messages, 200",
    "GET, /users/{userId}/messages, 200",
    "POST, /publish, 202",
    "GET, /messages, 200",
    "POST, /permissions, 201",
    "DELETE, /permissions, 204",
    "GET, /permissions, 200",
    "POST, /notes, 202",
    "GET, /notes, 200",
    "GET, /notes/public, 200",
    "GET, /notes/{noteId}, 200",
    "PUT, /notes/{noteId}, 202",
    "DELETE, /notes/{noteId}, 202",
    "GET, /rooms, 200",
    "GET, /rooms/{roomId}/messages, 200",
    "POST, /metrics, 202",
    "GET, /dead-letters, 200",
    "POST, /dead-letters/{id}/replay, 202",
    "POST, /dead-letters/replay, 202",
    "DELETE, /dead-letters/{id}, 204",
    "GET, /stats, 200",
    "POST, /posts/{postId}/comments, 202",
    "GET, /posts/{postId}/comments, 200",
    "PUT, /posts/{postId}/comments/{id}, 202",
    "DELETE, /posts/{postId}/comments/{id}, 202",
    "POST, /websocket/broadcast, 202",
    "GET, /websocket/connections, 200",
    "DELETE, /websocket/connections/{connectionId}, 204"
  })
  void every_call_is_described_with_its_answers(String method, String path, String status) {
    JsonObject responses = operation(method, path).getJsonObject("responses");

    assertThat(responses).containsKey(status);
    assertThat(responses.getJsonObject("default").getString("$ref"))
        .isEqualTo("#/components/responses/Problem");
  }

  @Test
  void every_call_that_is_there_says_what_it_does_and_how_it_ends() {
    assertThat(operations())
        .isNotEmpty()
        .allSatisfy(
            (call, operation) -> {
              assertThat(operation).as(call).containsKeys("operationId", "summary", "tags");
              assertThat(operation.getJsonObject("responses").keySet())
                  .as(call)
                  .contains("default")
                  .anyMatch(status -> status.matches("2\\d\\d"));
            });
  }

  private Map<String, JsonObject> operations() {
    Map<String, JsonObject> operations = new TreeMap<>();
    paths.forEach(
        (path, item) ->
            item.asJsonObject()
                .forEach(
                    (method, operation) -> {
                      if (METHODS.contains(method)) {
                        operations.put(method + " " + path, operation.asJsonObject());
                      }
                    }));
    return operations;
  }

  @Test
  void the_frames_and_destinations_are_described() {
    Answer answer = nobody.outside("GET", "/asyncapi.yaml").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains("asyncapi: ", "switchboard.board-messages", "subscribe", "welcome", "/ws");
  }

  @Test
  void the_page_of_the_installation_is_served() {
    Answer answer = nobody.outside("GET", "/").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("text/html");
  }

  /** A parameter may be named otherwise in the description. */
  private JsonObject operation(String method, String path) {
    String pattern = "(/api/v1)?" + path.replaceAll("\\{\\w+}", "\\\\{\\\\w+}");
    return paths.keySet().stream()
        .filter(described -> described.matches(pattern))
        .map(paths::getJsonObject)
        .map(item -> item.getJsonObject(method.toLowerCase(Locale.ROOT)))
        .filter(described -> described != null)
        .findFirst()
        .orElseThrow(() -> new AssertionError(method + " " + path + " is not described"));
  }
}
