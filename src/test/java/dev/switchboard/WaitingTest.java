package dev.switchboard;

import static dev.switchboard.Waiting.patiently;

import org.junit.jupiter.api.Test;

class WaitingTest {

  @Test
  void what_fails_in_the_thread_of_another_test_does_not_end_a_wait() {
    Thread other =
        new Thread(
            () -> {
              throw new IllegalStateException("of another test");
            });

    patiently()
        .until(
            () -> {
              if (other.getState() == Thread.State.NEW) {
                other.start();
              }
              return !other.isAlive();
            });
  }
}
