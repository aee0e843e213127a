package dev.switchboard.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameTest {
  private static final Stamp FIRST = new Stamp(-7, 0, Long.MAX_VALUE);
  private static final Stamp SECOND = new Stamp(-7, 1_000_000, 1);

  private record Found(Stamp stamp, int number) {}

  @Test
  void a_message_is_found_with_its_stamp_and_its_number() {
    assertThat(scan(message(FIRST, 12))).containsExactly(new Found(FIRST, 12));
  }

  @Test
  void each_message_of_a_frame_with_several_lines_is_found() {
    assertThat(scan(message(FIRST, 1) + "\n{\"type\":\"pong\"}\n" + message(SECOND, 2)))
        .containsExactly(new Found(FIRST, 1), new Found(SECOND, 2));
  }

  @Test
  void what_has_no_stamp_is_no_message() {
    assertThat(scan("{\"type\":\"subscribed\",\"boardId\":\"^\",\"lastSequence\":3}")).isEmpty();
  }

  @Test
  void a_chat_frame_is_read_too_whatever_follows_its_number() {
    String frame =
        "{\"type\":\"message\",\"message\":{\"content\":\"%s\",\"sequenceNumber\": 345,\"timestamp\":\"^\"}}"
            .formatted(FIRST.text());

    assertThat(scan(frame)).containsExactly(new Found(FIRST, 345));
  }

  @Test
  void a_text_has_the_same_length_always() {
    assertThat(FIRST.text()).hasSize(Stamp.TEXT);
    assertThat(SECOND.text()).hasSize(Stamp.TEXT);
  }

  private static String message(Stamp stamp, int number) {
    return "{\"type\":\"message\",\"message\":{\"data\":\"%s\",\"sequenceNumber\":%d}}"
        .formatted(stamp.text(), number);
  }

  private static List<Found> scan(String frame) {
    List<Found> found = new ArrayList<>();
    byte[] bytes = frame.getBytes(UTF_8);
    Frame.scan(bytes, bytes.length, (stamp, number) -> found.add(new Found(stamp, number)));
    return found;
  }
}
