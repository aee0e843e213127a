package dev.switchboard.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.bus.StreamEvent;
import dev.switchboard.stream.StreamName;
import org.junit.jupiter.api.Test;

class EpochTracesTest {
  private static final StreamName CHAT = new StreamName("chat", "c");
  private static final StreamName OTHER = new StreamName("chat", "d");

  private final EpochTraces traces = new EpochTraces();

  @Test
  void what_a_withdrawal_ends_is_told_under_the_trace_of_its_call() {
    traces.note(StreamEvent.epochBegan(CHAT, 3, "trace-3"));

    assertThat(traces.between(CHAT, 2, 3)).isEqualTo("trace-3");
  }

  @Test
  void of_several_withdrawals_nobody_knows_which_it_was() {
    traces.note(StreamEvent.epochBegan(CHAT, 2, "trace-2"));
    traces.note(StreamEvent.epochBegan(CHAT, 3, "trace-3"));

    assertThat(traces.between(CHAT, 1, 3)).isNull();
    assertThat(traces.between(CHAT, 2, 4)).isNull();
    assertThat(traces.between(OTHER, 2, 3)).isNull();
  }

  @Test
  void what_is_told_late_does_not_hide_what_came_after_it() {
    traces.note(StreamEvent.epochBegan(CHAT, 3, "trace-3"));
    traces.note(StreamEvent.epochBegan(CHAT, 2, "trace-2"));

    assertThat(traces.between(CHAT, 2, 3)).isEqualTo("trace-3");
  }

  @Test
  void only_the_latest_thousand_streams_are_remembered() {
    traces.note(StreamEvent.epochBegan(OTHER, 1, "trace-1"));
    for (int i = 0; i < 999; i++) {
      traces.note(StreamEvent.epochBegan(new StreamName("chat", "many-" + i), 1, "trace"));
    }
    traces.note(StreamEvent.epochBegan(OTHER, 2, "trace-2"));
    traces.note(StreamEvent.epochBegan(CHAT, 3, "trace-3"));

    assertThat(traces.between(OTHER, 1, 2)).isEqualTo("trace-2");
    assertThat(traces.between(new StreamName("chat", "many-0"), 0, 1)).isNull();
  }

  @Test
  void an_entry_of_the_new_epoch_is_not_taken_for_the_withdrawal() {
    traces.note(StreamEvent.epochBegan(CHAT, 3, "trace-3"));
    traces.note(new StreamEvent("chat:c", 0, 3, "an-entry", "other-1", ""));
    traces.note(new StreamEvent("chat:c", 9, 3, "", "other-2", "{}"));

    assertThat(traces.between(CHAT, 2, 3)).isEqualTo("trace-3");
  }
}
