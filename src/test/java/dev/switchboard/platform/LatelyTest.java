package dev.switchboard.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LatelyTest {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final AtomicInteger asked = new AtomicInteger();
  private final Queue<Runnable> background = new ArrayDeque<>();

  @Test
  void who_asks_gets_the_answer() {
    assertThat(atOnce().get()).contains(1);
  }

  @Test
  void within_the_pause_the_question_is_asked_once() {
    Lately<Integer> answer = atOnce();

    answer.get();
    nanos.addAndGet(PAUSE.toNanos() - 1);

    assertThat(answer.get()).contains(1);
  }

  @Test
  void after_the_pause_it_is_asked_again() {
    Lately<Integer> answer = atOnce();

    answer.get();
    nanos.addAndGet(PAUSE.toNanos());

    assertThat(answer.get()).contains(2);
  }

  @Test
  void nobody_waits_for_long_and_the_answer_before_has_to_do() {
    Lately<Integer> answer = inTheBackground();

    assertThat(answer.get()).isEmpty();
    Objects.requireNonNull(background.poll()).run();
    nanos.addAndGet(PAUSE.toNanos());

    assertThat(answer.get()).contains(1);
    Objects.requireNonNull(background.poll()).run();
    assertThat(answer.get()).contains(2);
  }

  @Test
  void a_question_that_is_under_way_is_not_asked_beside_itself() {
    Lately<Integer> answer = inTheBackground();

    answer.get();
    nanos.addAndGet(PAUSE.toNanos());
    answer.get();

    assertThat(background).hasSize(1);
  }

  @Test
  void a_question_that_fails_has_no_answer_until_it_is_asked_again() {
    Lately<Integer> answer =
        new Lately<>(
            () -> {
              if (asked.incrementAndGet() == 2) {
                throw new IllegalStateException("away");
              }
              return asked.get();
            },
            Runnable::run,
            nanos::get,
            PAUSE,
            Duration.ZERO);

    answer.get();
    nanos.addAndGet(PAUSE.toNanos());
    assertThat(answer.get()).isEmpty();

    nanos.addAndGet(PAUSE.toNanos());
    assertThat(answer.get()).contains(3);
  }

  private Lately<Integer> atOnce() {
    return new Lately<>(
        asked::incrementAndGet, Runnable::run, nanos::get, PAUSE, Duration.ofSeconds(1));
  }

  private Lately<Integer> inTheBackground() {
    return new Lately<>(
        asked::incrementAndGet, background::add, nanos::get, PAUSE, Duration.ofMillis(1));
  }
}
