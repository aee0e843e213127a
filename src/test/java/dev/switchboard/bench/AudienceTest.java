package dev.switchboard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AudienceTest {

  @Test
  void many_sockets_divide_the_streams_among_themselves() {
    assertThat(Audience.sizes(7, 3)).containsExactly(3, 2, 2);
  }

  @Test
  void a_few_sockets_subscribe_to_several_streams_each() {
    assertThat(Audience.sizes(2, 5)).containsExactly(1, 1, 1, 1, 1);
  }
}
