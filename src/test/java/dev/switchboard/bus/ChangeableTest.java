package dev.switchboard.bus;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.Ids;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeableTest {

  private record Touch(UUID id, String author) implements Command {}

  private static final class Thing extends Changeable {
    Thing touched(Touch command) {
      changedBy(command);
      return this;
    }
  }

  private final Ids ids = new Ids();
  private final Thing thing = new Thing();

  @Test
  void a_command_from_before_the_last_change_comes_too_late() {
    Touch earlier = touch();

    thing.touched(touch());

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> thing.requireNoChangeSince(earlier))
        .withMessage("It was changed since.");
  }

  @Test
  void the_last_change_itself_and_one_from_behind_it_pass() {
    Touch last = touch();

    thing.touched(last);

    assertThatCode(() -> thing.requireNoChangeSince(last)).doesNotThrowAnyException();
    assertThatCode(() -> thing.requireNoChangeSince(touch())).doesNotThrowAnyException();
  }

  @Test
  void no_first_change_comes_too_late() {
    assertThatCode(() -> thing.requireNoChangeSince(longAgo())).doesNotThrowAnyException();
  }

  @Test
  void a_change_from_long_ago_lets_none_pass_that_came_too_late_before_it() {
    Touch earlier = touch();

    thing.touched(touch()).touched(longAgo());

    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> thing.requireNoChangeSince(earlier));
  }

  private Touch touch() {
    return new Touch(ids.next(), "ann");
  }

  private static Touch longAgo() {
    return new Touch(UUID.fromString("01800000-0000-7000-8000-000000000000"), "ann");
  }
}
