package dev.switchboard.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Paper wire = new Paper();
  private final AtomicInteger broken = new AtomicInteger();

  /** A wire whose writes end when the test says so. */
  private static final class Paper implements Outbox.Wire {
    private final List<String> written = new ArrayList<>();
    private final List<Outbox.Completion> underWay = new ArrayList<>();

    @Override
    public void write(String text, Outbox.Completion done) {
      written.add(text);
      underWay.add(done);
    }

    @Override
    public void ping(Outbox.Completion done) {
      write("(ping)", done);
    }

    void end(boolean well) {
      underWay.remove(0).ended(well);
    }
  }

  private Outbox outbox(int frames, int characters, int joined) {
    return new Outbox(wire, frames, characters, joined, broken::incrementAndGet);
  }

  @Test
  void one_write_is_under_way_at_a_time_and_its_end_starts_the_next() {
    Outbox outbox = outbox(10, 100, 0);

    outbox.offer("a");
    outbox.offer("b");
    outbox.offer("c");
    assertThat(wire.written).containsExactly("a");

    wire.end(true);
    assertThat(wire.written).containsExactly("a", "b");

    wire.end(true);
    wire.end(true);
    assertThat(wire.written).containsExactly("a", "b", "c");
    assertThat(wire.underWay).isEmpty();
  }

  @Test
  void it_is_full_by_count() {
    Outbox outbox = outbox(2, 100, 0);

    outbox.offer("under way");
    assertThat(outbox.offer("1")).isTrue();
    assertThat(outbox.offer("2")).isTrue();
    assertThat(outbox.offer("3")).isFalse();

    wire.end(true);
    assertThat(outbox.offer("3")).isTrue();
  }

  @Test
  void it_is_full_by_size() {
    Outbox outbox = outbox(100, 5, 0);

    outbox.offer("u");
    assertThat(outbox.offer("1234")).isTrue();
    assertThat(outbox.offer("56")).isFalse();
    assertThat(outbox.offer("5")).isTrue();
  }

  @Test
  void what_waits_is_joined_by_lines_up_to_the_size_of_a_frame() {
    Outbox outbox = outbox(10, 100, 5);

    List.of("a", "bb", "cc", "d", "eeeeeee").forEach(outbox::offer);
    wire.end(true);
    wire.end(true);
    wire.end(true);

    assertThat(wire.written).containsExactly("a", "bb\ncc", "d", "eeeeeee");
  }

  @Test
  void a_ping_stays_a_frame_of_its_own() {
    Outbox outbox = outbox(10, 100, 50);

    outbox.offer("a");
    outbox.offer("b");
    outbox.ping();
    outbox.offer("c");
    wire.end(true);
    wire.end(true);
    wire.end(true);

    assertThat(wire.written).containsExactly("a", "b", "(ping)", "c");
  }

  @Test
  void a_write_that_fails_ends_it_once() {
    Outbox outbox = outbox(10, 100, 0);

    outbox.offer("a");
    outbox.offer("b");
    wire.end(false);

    assertThat(wire.written).containsExactly("a");
    assertThat(broken).hasValue(1);
    assertThat(outbox.offer("c")).isTrue();
    assertThat(wire.written).containsExactly("a");
  }

  @Test
  void a_task_waits_until_half_the_room_is_free() {
    Outbox outbox = outbox(4, 100, 0);
    AtomicInteger runs = new AtomicInteger();
    List.of("u", "1", "2", "3").forEach(outbox::offer);

    outbox.whenHalfEmpty(runs::incrementAndGet);
    assertThat(runs).hasValue(0);

    wire.end(true);
    assertThat(runs).hasValue(1);
  }

  @Test
  void who_finishes_gets_what_was_offered_before_and_nothing_more() {
    Outbox outbox = outbox(10, 100, 0);
    AtomicInteger done = new AtomicInteger();

    outbox.offer("a");
    outbox.offer("b");
    outbox.finish(done::incrementAndGet);
    outbox.offer("c");
    wire.end(true);
    assertThat(done).hasValue(0);
    wire.end(true);

    assertThat(done).hasValue(1);
    assertThat(wire.written).containsExactly("a", "b");
  }

  @Test
  void who_finishes_idle_is_done_at_once() {
    AtomicInteger done = new AtomicInteger();

    outbox(10, 100, 0).finish(done::incrementAndGet);

    assertThat(done).hasValue(1);
  }

  @Test
  void replays_take_turns_when_there_is_room() {
    Outbox outbox = outbox(4, 100, 0);
    Turns turns = new Turns(outbox);
    List<String> pages = new ArrayList<>();
    List.of("u", "1", "2", "3").forEach(outbox::offer);

    turns.take(() -> pages.add("a"));
    turns.take(() -> pages.add("b"));
    assertThat(pages).isEmpty();
    wire.end(true);
    assertThat(pages).containsExactly("a");
    turns.take(() -> pages.add("a again"));
    turns.pass();
    assertThat(pages).containsExactly("a", "b");
    turns.pass();

    assertThat(pages).containsExactly("a", "b", "a again");
  }
}
