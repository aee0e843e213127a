package dev.switchboard.platform.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.Rate;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.problem.ProblemType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private final AtomicLong nanos = new AtomicLong();

  @Test
  void a_burst_passes_and_not_one_more() {
    FrameRate frames = FrameRate.of(new Rate(10, 50), nanos::get);

    assertThat(taken(frames, 60)).isEqualTo(50);
  }

  @Test
  void a_bucket_fills_again_as_time_goes_by() {
    FrameRate frames = FrameRate.of(new Rate(10, 50), nanos::get);
    taken(frames, 50);

    pass(Duration.ofMillis(500));

    assertThat(taken(frames, 60)).isEqualTo(5);
  }

  @Test
  void what_is_off_never_runs_dry() {
    assertThat(taken(FrameRate.of(Rate.OFF, nanos::get), 10_000)).isEqualTo(10_000);
  }

  @Test
  void one_key_does_not_take_from_another() {
    KeyedLimiters limiters = new KeyedLimiters(new Rate(1, 1), nanos::get);
    limiters.take("alice");

    assertThatCode(() -> limiters.take("bob")).doesNotThrowAnyException();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> limiters.take("alice"))
        .satisfies(
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.RATE_LIMITED);
              assertThat(problem.retryAfter()).hasValue(Duration.ofSeconds(1));
            });
  }

  @Test
  void the_addresses_of_one_ipv6_network_count_as_one() {
    assertThat(AddressRates.network("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(AddressRates.network("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2");
    assertThat(AddressRates.network("2001:db8:1:2::1")).isEqualTo("2001:db8:1:2");
    assertThat(AddressRates.network("::1")).isEmpty();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private static long taken(FrameRate frames, int tries) {
    return IntStream.range(0, tries).filter(i -> frames.tryTake()).count();
  }
}
