package dev.switchboard.system;

import static dev.switchboard.system.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperationIT {

  private final Account alice = Accounts.alice();

  @Test
  void an_accepted_command_names_its_operation() {
    Answer accepted = alice.api().post("/boards", Map.of("name", "Operations"));

    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.location().getPath()).startsWith("/api/v1/operations/");
    assertThat(alice.api().follow(accepted.location()).string("status"))
        .isIn("pending", "succeeded");
  }

  @Test
  void a_carried_out_command_leads_to_what_it_made() {
    Answer accepted = alice.api().post("/boards", Map.of("name", "Made"));

    JsonObject operation = alice.api().succeeded(accepted);

    assertThat(operation)
        .containsKeys("id", "kind", "status", "resource")
        .doesNotContainKey("error");
    URI resource = accepted.location().resolve(operation.getString("resource"));
    assertThat(alice.api().follow(resource).id()).isEqualTo(accepted.id());
  }

  @Test
  void an_operation_is_shown_to_its_author_and_administrators_only() {
    Answer accepted = alice.api().post("/boards", Map.of("name", "Private"));
    alice.api().succeeded(accepted);

    Answer seenByAnother = Accounts.robot().api().follow(accepted.location());
    Answer seenByAdmin = Accounts.admin().api().follow(accepted.location());

    assertThat(seenByAnother.status()).isIn(403, 404);
    assertProblem(seenByAnother, seenByAnother.status());
    assertThat(seenByAdmin.string("status")).isEqualTo("succeeded");
  }

  @Test
  void an_operation_that_never_was_is_not_found() {
    assertProblem(alice.api().get("/operations/" + UUID.randomUUID()), 404);
    assertProblem(alice.api().get("/operations/none"), 404);
  }
}
