package dev.switchboard.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class KindsTest {
  private record PostMessage(UUID id, String author) implements Command {}

  @Test
  void a_kind_is_the_name_of_the_type_in_small_letters() {
    assertThat(Kinds.of(PostMessage.class)).isEqualTo("post-message");
  }
}
