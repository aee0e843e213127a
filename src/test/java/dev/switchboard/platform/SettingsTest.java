package dev.switchboard.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void what_is_not_set_has_its_default() {
    Settings settings = Settings.of(Map.of());

    assertThat(settings.outboxFrames()).isEqualTo(4096);
    assertThat(settings.pingInterval()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.connectionLifetime()).isEqualTo(Duration.ofHours(24));
    assertThat(settings.framesPerSecond()).isEqualTo(new Rate(100, 500));
    assertThat(settings.commandsPerSecond()).isEqualTo(new Rate(100, 500));
    assertThat(settings.allowedOrigins()).isEmpty();
    assertThat(settings.demoAccounts()).isFalse();
    assertThat(settings.privateKey()).isEmpty();
  }

  @Test
  void a_rate_can_be_switched_off() {
    Settings settings = Settings.of(Map.of("switchboard.rate.frames", "off"));

    assertThat(settings.framesPerSecond().off()).isTrue();
  }

  @Test
  void a_list_is_read_by_its_commas() {
    Settings settings =
        Settings.of(Map.of("switchboard.origins", "https://a.example, https://b.example,"));

    assertThat(settings.allowedOrigins())
        .containsExactlyInAnyOrder("https://a.example", "https://b.example");
  }

  @Test
  void an_unreadable_value_names_its_setting() {
    Settings settings =
        Settings.of(
            Map.of(
                "switchboard.rate.commands", "many", "switchboard.socket.ping-interval", "-PT1S"));

    assertThatThrownBy(settings::commandsPerSecond)
        .hasMessageContaining("switchboard.rate.commands");
    assertThatThrownBy(settings::pingInterval)
        .hasMessageContaining("switchboard.socket.ping-interval");
  }

  @Test
  void a_rate_is_a_number_a_second_and_a_burst_no_smaller() {
    assertThat(Rate.parse("100/500")).isEqualTo(new Rate(100, 500));
    assertThat(Rate.parse(" OFF ")).isEqualTo(Rate.OFF);
    assertThatThrownBy(() -> Rate.parse("100")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rate.parse("0/5")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Rate.parse("100/5")).isInstanceOf(IllegalArgumentException.class);
  }
}
