package dev.switchboard.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.problem.ProblemException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final Patience patience = new Patience();
  private final AtomicInteger tries = new AtomicInteger();

  private String work(int triesUntilDone, RuntimeException failure) {
    return patience.outlast(
        () -> {
          if (tries.incrementAndGet() < triesUntilDone) {
            throw failure;
          }
          return "done";
        });
  }

  @Test
  void it_outlasts_an_outage() {
    RuntimeException outage = new IllegalStateException(new SQLException("away", "08006"));

    assertThat(work(3, outage)).isEqualTo("done");
    assertThat(tries).hasValue(3);
  }

  @Test
  void what_is_no_outage_is_thrown_at_once() {
    assertThatThrownBy(() -> work(3, new IllegalStateException("broken")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(tries).hasValue(1);
  }

  @Test
  void a_node_that_stops_waits_no_longer() {
    patience.stop();

    RuntimeException outage = ProblemException.unavailable(new SQLException("away", "08006"));
    assertThatThrownBy(() -> work(3, outage)).isSameAs(outage);
    assertThat(tries).hasValue(1);
  }
}
