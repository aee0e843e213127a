package dev.switchboard.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.security.Caller;
import dev.switchboard.stream.StreamKind.Admission;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteStreamsTest {

  private final NoteStreams streams = new NoteStreams();
  private final Caller ann = new Caller("ann's id", "ann", Set.of("user"), Instant.MAX);

  @Test
  void mine_means_the_callers_own_notes() {
    assertThat(streams.admits(ann, "mine")).isEqualTo(Admission.GRANTED);
    assertThat(streams.stream(ann, "mine")).hasToString("notes:of:ann's id");
  }

  @Test
  void the_public_feed_is_one_for_all() {
    assertThat(streams.admits(ann, "public")).isEqualTo(Admission.GRANTED);
    assertThat(streams.stream(ann, "public")).hasToString("notes:public");
  }

  @Test
  void ones_own_notes_are_followed_without_asking() {
    assertThat(streams.unasked()).hasValue("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"of:bob's id", "of:ann's id", "of:", "", "Mine"})
  void there_is_no_other_feed(String named) {
    assertThat(streams.admits(ann, named)).isEqualTo(Admission.ABSENT);
  }
}
