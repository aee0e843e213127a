package dev.switchboard.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {

  private static List<String> takeAll(Frames frames) {
    List<String> taken = new ArrayList<>();
    for (String next = frames.take(); next != null; next = frames.take()) {
      taken.add(next);
    }
    return taken;
  }

  @Test
  void they_are_bounded_by_count() {
    Frames frames = new Frames(2, 100, 0);

    assertThat(frames.add("1")).isTrue();
    assertThat(frames.add("2")).isTrue();
    assertThat(frames.add("3")).isFalse();

    assertThat(frames.take()).isEqualTo("1");
    assertThat(frames.add("3")).isTrue();
  }

  @Test
  void they_are_bounded_by_size() {
    Frames frames = new Frames(100, 5, 0);

    assertThat(frames.add("1234")).isTrue();
    assertThat(frames.add("56")).isFalse();
    assertThat(frames.add("5")).isTrue();
  }

  @Test
  void what_waits_is_joined_by_lines_up_to_the_size_of_a_frame() {
    Frames frames = new Frames(10, 100, 5);

    List.of("a", "bb", "cc", "d", "eeeeeee").forEach(frames::add);

    assertThat(takeAll(frames)).containsExactly("a\nbb", "cc\nd", "eeeeeee");
  }

  @Test
  void a_ping_stays_a_frame_of_its_own() {
    Frames frames = new Frames(10, 100, 50);

    List.of("a", "b", Frames.PING, "c").forEach(frames::add);

    assertThat(takeAll(frames)).containsExactly("a\nb", Frames.PING, "c");
  }

  @Test
  void they_are_half_empty_when_neither_bound_is_half_reached() {
    Frames frames = new Frames(4, 10, 0);

    List.of("a", "b").forEach(frames::add);
    assertThat(frames.isHalfEmpty()).isTrue();
    frames.add("c");
    assertThat(frames.isHalfEmpty()).isFalse();

    frames.clear();
    frames.add("123456");
    assertThat(frames.isHalfEmpty()).isFalse();
  }
}
