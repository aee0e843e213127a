package dev.switchboard.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Paper wire = new Paper();
  private final AtomicInteger broken = new AtomicInteger();
  private final Queue<Outbox> line = new ArrayDeque<>();
  private final Outbox outbox =
      new Outbox(new Link(wire), new Frames(4, 100, 0), line::add, broken::incrementAndGet);

  private void writeNext(boolean mayWait) {
    line.remove().writeNext(mayWait);
  }

  private void writeAll() {
    while (!line.isEmpty()) {
      writeNext(true);
    }
  }

  @Test
  void it_asks_for_one_write_at_a_time_and_the_end_of_each_asks_for_the_next() {
    List.of("a", "b", "c").forEach(outbox::offer);
    assertThat(line).hasSize(1);
    assertThat(wire.got()).isEmpty();

    writeNext(true);
    assertThat(wire.got()).containsExactly("a");
    assertThat(line).hasSize(1);

    writeAll();
    assertThat(wire.got()).containsExactly("a", "b", "c");
  }

  @Test
  void the_order_stays_whether_a_writer_waits_or_not() {
    List.of("a", "b", "c").forEach(outbox::offer);

    writeNext(true);
    writeNext(false);
    assertThat(line).isEmpty();
    outbox.offer("d");
    wire.end(true);
    writeAll();

    assertThat(wire.got()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void nobody_waits_for_a_client_on_probation() {
    outbox.link().distrust();

    outbox.offer("a");
    outbox.offer("b");
    writeNext(true);

    assertThat(wire.got()).containsExactly("a");
    assertThat(wire.begun()).isEqualTo(1);
  }

  @Test
  void probation_ends_when_the_client_has_kept_up_for_a_while() {
    outbox.link().distrust();
    int writes = 0;
    for (boolean waited = false; !waited; writes++) {
      outbox.offer("a");
      writeNext(true);
      waited = wire.begun() == 0;
      if (!waited) {
        wire.end(true);
      }
    }

    assertThat(writes).isEqualTo(101);
  }

  @Test
  void who_always_has_something_waiting_stays_on_probation() {
    outbox.link().distrust();
    outbox.offer("a");
    for (int i = 0; i < 1_000; i++) {
      outbox.offer("b");
      writeNext(true);
      wire.end(true);
    }

    writeNext(true);
    assertThat(wire.begun()).isEqualTo(1);
  }

  @Test
  void it_is_full_when_its_room_is_taken() {
    List.of("1", "2", "3", "4").forEach(outbox::offer);
    assertThat(outbox.offer("5")).isFalse();

    writeNext(true);
    assertThat(outbox.offer("5")).isTrue();
  }

  @Test
  void a_write_that_fails_ends_it_once() {
    outbox.offer("a");
    outbox.offer("b");
    wire.well = false;
    writeNext(true);

    assertThat(broken).hasValue(1);
    assertThat(outbox.offer("c")).isTrue();
    assertThat(line).isEmpty();
    assertThat(wire.got()).containsExactly("a");
  }

  @Test
  void a_write_that_fails_later_ends_it_once() {
    outbox.offer("a");
    outbox.offer("b");
    writeNext(false);
    wire.end(false);

    assertThat(broken).hasValue(1);
    assertThat(line).isEmpty();
  }

  @Test
  void a_write_that_ends_twice_asks_for_one_more() {
    Paper stuttering =
        new Paper() {
          @Override
          public void begin(String text, Wire.Completion done) {
            done.ended(true);
            done.ended(true);
          }
        };
    Outbox other = new Outbox(new Link(stuttering), new Frames(4, 100, 0), line::add, () -> {});
    List.of("a", "b", "c").forEach(other::offer);

    writeNext(false);

    assertThat(line).hasSize(1);
  }

  @Test
  void what_the_wire_throws_ends_it() {
    Paper broke =
        new Paper() {
          @Override
          public boolean write(String text) {
            throw new StackOverflowError();
          }
        };
    Outbox other =
        new Outbox(new Link(broke), new Frames(4, 100, 0), line::add, broken::incrementAndGet);
    other.offer("a");

    assertThatThrownBy(() -> writeNext(true)).isInstanceOf(StackOverflowError.class);

    assertThat(broken).hasValue(1);
    assertThat(other.isClosed()).isTrue();
  }

  @Test
  void what_waits_at_a_close_is_not_written() {
    outbox.offer("a");
    outbox.close();
    writeAll();

    assertThat(wire.got()).isEmpty();
  }

  @Test
  void a_ping_is_left_out_where_nobody_may_wait() {
    outbox.ping();
    writeNext(false);
    assertThat(wire.got()).isEmpty();

    outbox.ping();
    outbox.offer("a");
    writeAll();
    assertThat(wire.got()).containsExactly("(ping)", "a");
  }

  @Test
  void a_task_waits_until_half_the_room_is_free() {
    AtomicInteger runs = new AtomicInteger();
    List.of("1", "2", "3").forEach(outbox::offer);

    outbox.whenHalfEmpty(runs::incrementAndGet);
    assertThat(runs).hasValue(0);

    writeNext(true);
    assertThat(runs).hasValue(1);
  }

  @Test
  void a_task_that_fails_holds_up_nothing() {
    List.of("1", "2", "3").forEach(outbox::offer);
    outbox.whenHalfEmpty(
        () -> {
          throw new IllegalStateException("no thread left");
        });

    assertThatThrownBy(() -> writeNext(true)).isInstanceOf(IllegalStateException.class);
    outbox.offer("4");
    writeAll();

    assertThat(wire.got()).containsExactly("1", "2", "3", "4");
  }

  @Test
  void who_finishes_gets_what_was_offered_before_and_nothing_more() {
    AtomicInteger done = new AtomicInteger();

    outbox.offer("a");
    outbox.offer("b");
    outbox.finish(done::incrementAndGet);
    outbox.offer("c");
    writeNext(true);
    assertThat(done).hasValue(0);
    writeAll();

    assertThat(done).hasValue(1);
    assertThat(wire.got()).containsExactly("a", "b");
  }

  @Test
  void who_finishes_idle_is_done_at_once() {
    AtomicInteger done = new AtomicInteger();

    outbox.finish(done::incrementAndGet);

    assertThat(done).hasValue(1);
  }

  @Test
  void replays_take_turns_when_there_is_room() {
    Turns turns = new Turns(outbox);
    List<String> pages = new ArrayList<>();
    List.of("1", "2", "3").forEach(outbox::offer);

    turns.take(() -> pages.add("a"));
    turns.take(() -> pages.add("b"));
    assertThat(pages).isEmpty();
    writeNext(true);
    assertThat(pages).containsExactly("a");
    turns.take(() -> pages.add("a again"));
    turns.pass();
    assertThat(pages).containsExactly("a", "b");
    turns.pass();

    assertThat(pages).containsExactly("a", "b", "a again");
  }
}
