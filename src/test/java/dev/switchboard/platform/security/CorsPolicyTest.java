package dev.switchboard.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.Settings;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CorsPolicyTest {

  private static final String FRIEND = "https://friend.example";

  private final CorsPolicy policy = new CorsPolicy(Set.of(FRIEND));
  private final Origins origins = new Origins(Settings.of(Map.of("switchboard.origins", FRIEND)));

  @Test
  void a_configured_origin_may_read_the_answer() {
    assertThat(policy.answer(FRIEND))
        .containsEntry("Access-Control-Allow-Origin", FRIEND)
        .doesNotContainKey("Access-Control-Allow-Credentials");
  }

  @Test
  void a_configured_origin_may_send_a_token() {
    assertThat(policy.preflight(FRIEND).get("Access-Control-Allow-Headers"))
        .contains("Authorization");
  }

  @Test
  void any_other_origin_is_told_nothing() {
    assertThat(policy.answer("https://foe.example")).containsOnlyKeys("Vary");
    assertThat(policy.preflight("null")).containsOnlyKeys("Vary");
    assertThat(policy.answer(null)).containsOnlyKeys("Vary");
  }

  @Test
  void a_socket_is_for_our_own_origin_the_configured_ones_and_what_is_no_browser() {
    assertThat(origins.admits(null, "switchboard.example")).isTrue();
    assertThat(origins.admits(FRIEND, "switchboard.example")).isTrue();
    assertThat(origins.admits("http://localhost:9080", "localhost:9080")).isTrue();
    assertThat(origins.admits("https://switchboard.example", "switchboard.example:443")).isTrue();
  }

  @Test
  void a_socket_is_not_for_a_foreign_origin() {
    assertThat(origins.admits("https://foe.example", "switchboard.example")).isFalse();
    assertThat(origins.admits("null", "switchboard.example")).isFalse();
    assertThat(origins.admits("http://localhost:8080", "localhost:9080")).isFalse();
    assertThat(origins.admits("not an origin", "switchboard.example")).isFalse();
  }
}
