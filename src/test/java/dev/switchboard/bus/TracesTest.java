package dev.switchboard.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TracesTest {

  @Test
  void an_event_is_told_under_the_trace_of_its_command() {
    Traces traces = new Traces(List.of(parcel("one", "trace-1"), parcel("two", "trace-2")));

    assertThat(traces.under(List.of(event("two"), event("one"), event("other"))))
        .extracting(StreamEvent::trace)
        .containsExactly("trace-2", "trace-1", "other");
  }

  @Test
  void without_a_trace_events_keep_their_own() {
    Traces traces = new Traces(List.of(parcel("one", null)));

    assertThat(traces.under(List.of(event("one")))).containsExactly(event("one"));
  }

  private static Parcel parcel(String id, @Nullable String trace) {
    return new Parcel(new Envelope(id, "make-thing", "alice", trace, null), new BodyText("{}"));
  }

  private static StreamEvent event(String command) {
    return new StreamEvent("board:b", 1, 0, "", command, "{}");
  }
}
