package dev.switchboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bench.Pace.Rate;
import dev.switchboard.bench.Pace.Window;
import org.junit.jupiter.api.Test;

class PaceTest {

  @Test
  void a_rate_does_not_wait_for_anybody() {
    assertThat(new Rate(100).due(3, 1_000_000, 0)).isEqualTo(30_000_000);
  }

  @Test
  void a_window_that_has_room_lets_the_next_message_go_at_once() {
    assertThat(new Window(2).due(10, 1, 77)).isEqualTo(77);
  }

  @Test
  void a_full_window_waits() {
    assertThat(new Window(2).due(10, 2, 77)).isEqualTo(Pace.LATER);
  }
}
