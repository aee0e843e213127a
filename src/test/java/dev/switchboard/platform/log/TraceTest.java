package dev.switchboard.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void it_is_the_second_part_of_a_traceparent() {
    assertThat(Trace.idOf("00-" + ID + "-00f067aa0ba902b7-01")).hasValue(ID);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e47\n6-00f067aa0ba902b7-01"
      })
  void what_is_none_has_none(String traceparent) {
    assertThat(Trace.idOf(traceparent)).isEmpty();
  }

  @Test
  void it_is_that_of_the_thread_until_the_call_is_over() {
    Trace.begin(ID);
    assertThat(Trace.current()).hasValue(ID);

    Trace.end();
    assertThat(Trace.current()).isEmpty();
  }
}
