package dev.switchboard.realtime;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchTest {
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void a_look_that_fails_is_made_again() {
    Watch watch =
        new Watch(
            () -> {
              if (looks.incrementAndGet() == 1) {
                throw new StackOverflowError();
              }
              return false;
            });

    watch.wake(Thread::new);

    patiently().until(() -> looks.get() == 2);
    watch.end();
  }

  @Test
  void a_thread_that_could_not_be_started_is_started_by_the_next_wake() {
    Watch watch =
        new Watch(
            () -> {
              looks.incrementAndGet();
              return false;
            });
    ThreadFactory exhausted =
        task -> {
          throw new IllegalStateException("no thread left");
        };
    assertThatThrownBy(() -> watch.wake(exhausted)).isInstanceOf(IllegalStateException.class);

    watch.wake(Thread::new);

    patiently().until(() -> looks.get() == 1);
    watch.end();
  }
}
