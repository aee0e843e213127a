package dev.switchboard.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastMinuteTest {
  private final AtomicLong seconds = new AtomicLong(-30);
  private final LastMinute minute = new LastMinute(seconds::get);

  @Test
  void what_happened_within_a_minute_counts() {
    minute.add(1);
    seconds.addAndGet(59);
    minute.add(2);

    assertThat(minute.sum()).isEqualTo(3);
  }

  @Test
  void what_happened_before_does_not() {
    minute.add(1);
    seconds.addAndGet(30);
    minute.add(2);
    seconds.addAndGet(30);

    assertThat(minute.sum()).isEqualTo(2);
  }

  @Test
  void a_long_pause_leaves_nothing() {
    minute.add(5);
    seconds.addAndGet(100_000);

    assertThat(minute.sum()).isZero();
  }
}
