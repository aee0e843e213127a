package dev.switchboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConventionIT {

  private final Account alice = Accounts.alice();

  @Test
  void unknown_properties_are_ignored() {
    Answer accepted = alice.api().post("/boards", Map.of("name", "Known", "unknown", Map.of()));

    assertThat(alice.api().get(Board.created(alice, accepted).path()).string("name"))
        .isEqualTo("Known");
  }

  @Test
  void ids_are_uuids_of_version_7() {
    Board board = Board.of(alice);

    assertThat(UUID.fromString(board.id()).version()).isEqualTo(7);
    assertThat(UUID.fromString(board.post("x").id()).version()).isEqualTo(7);
  }

  @Test
  void ids_made_later_sort_later() {
    Board first = Board.of(alice);
    Board second = Board.of(alice);

    assertThat(second.id()).isGreaterThan(first.id());
  }

  @Test
  void instants_are_in_utc_and_end_in_z() {
    Board board = Board.of(alice);
    JsonObject message = board.say("when");

    assertInstant(alice.api().get(board.path()).string("createdAt"));
    assertInstant(message.getString("createdAt"));
    assertInstant(alice.api().get("/auth/me").string("createdAt"));
  }

  private static void assertInstant(String text) {
    assertThat(text).endsWith("Z");
    assertThat(Instant.parse(text)).isBefore(Instant.now().plusSeconds(60));
  }
}
