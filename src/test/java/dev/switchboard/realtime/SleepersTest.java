package dev.switchboard.realtime;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SleepersTest {
  private final Sleepers sleepers =
      new Sleepers(
          stack -> Stream.of(stack).anyMatch(each -> each.getMethodName().equals("sleepHere")));
  private final Semaphore alarm = new Semaphore(0);
  private final AtomicInteger sleeps = new AtomicInteger();
  private final AtomicInteger woken = new AtomicInteger();
  private final Thread sleeper = new Thread(this::sleepTwice);

  @BeforeEach
  void start() {
    sleeper.start();
  }

  @AfterEach
  void end() throws InterruptedException {
    alarm.release(2);
    sleeper.join();
  }

  private void sleepTwice() {
    sleepHere();
    sleepHere();
  }

  private void sleepHere() {
    sleeps.incrementAndGet();
    try {
      alarm.acquire();
    } catch (InterruptedException e) {
      woken.incrementAndGet();
    }
  }

  private void awaitSleep(int which) {
    patiently().until(() -> sleeps.get() == which && sleeper.getState() == Thread.State.WAITING);
  }

  @Test
  void who_is_in_the_same_sleep_twice_is_woken() {
    awaitSleep(1);

    sleepers.wake();
    assertThat(woken).hasValue(0);
    sleepers.wake();

    patiently().until(() -> woken.get() == 1);
  }

  @Test
  void who_sleeps_anew_at_the_same_place_is_not() throws InterruptedException {
    awaitSleep(1);
    sleepers.wake();
    alarm.release();
    awaitSleep(2);

    sleepers.wake();

    alarm.release();
    sleeper.join();
    assertThat(woken).hasValue(0);
  }
}
