package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertInvalid;
import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemIT {

  private static final String JSON = "application/json";

  private final Api alice = Accounts.alice().api();

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "nonsense", "{\"name\":", "[]", "{\"name\": {\"a\": 1}}"})
  void a_body_that_cannot_be_read_is_a_bad_request(String body) {
    assertProblem(alice.call("POST", "/boards").body(JSON, body).send(), 400);
  }

  @Test
  void a_refused_field_is_pointed_at() {
    assertInvalid(alice.post("/boards", Map.of("name", " ")), "/name");
  }

  @Test
  void every_refused_field_is_pointed_at() {
    Answer answer =
        Switchboard.underTest()
            .anonymous()
            .post("/auth/register", Map.of("username", " ", "email", "x", "password", "x"));

    assertInvalid(answer, "/username");
    assertInvalid(answer, "/email");
    assertInvalid(answer, "/password");
  }

  @Test
  void the_instance_is_the_path_that_was_called() {
    String path = "/boards/" + UUID.randomUUID();

    assertThat(assertProblem(alice.get(path), 404).getString("instance")).contains(path);
  }

  @Test
  void what_does_not_exist_is_not_found() {
    assertProblem(alice.get("/boards/" + UUID.randomUUID()), 404);
    assertProblem(alice.get("/boards/no-such-board"), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/boards/x/y/z", "/"})
  void a_path_that_leads_nowhere_is_not_found(String path) {
    assertProblem(alice.get(path), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "PUT", "PATCH"})
  void a_method_that_a_path_does_not_have_is_refused(String method) {
    Answer answer = alice.call(method, "/boards").body(JSON, "{}").send();

    assertProblem(answer, 405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded"})
  void a_body_that_is_not_json_is_an_unsupported_media_type(String type) {
    assertProblem(alice.call("POST", "/boards").body(type, "name=x").send(), 415);
  }

  @Test
  void a_body_of_more_than_256_kib_is_too_large() {
    Answer answer = alice.post("/boards", Map.of("name", "x".repeat(256 * 1024)));

    assertProblem(answer, 413);
  }

  @Test
  void a_large_body_is_refused_even_if_its_length_is_not_told() {
    Answer answer =
        alice.call("POST", "/boards").stream(JsonText.of(Map.of("name", "x".repeat(300_000))));

    assertProblem(answer, 413);
  }

  @Test
  void a_key_used_for_another_body_is_unprocessable() {
    String key = UUID.randomUUID().toString();
    alice.post("/boards", Map.of("name", "One"), key);

    assertProblem(alice.post("/boards", Map.of("name", "Two"), key), 422);
  }
}
