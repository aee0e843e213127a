package dev.switchboard.platform.rate;

import dev.switchboard.platform.Rate;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A token bucket that one user, address or connection takes from; safe from any thread. */
final class RateLimiter {

  private final @Nullable Bucket bucket;

  private RateLimiter(@Nullable Bucket bucket) {
    this.bucket = bucket;
  }

  /** A full bucket. */
  static RateLimiter of(Rate rate) {
    return of(rate, System::nanoTime);
  }

  /** A full bucket that takes its time, in nanoseconds, from the given source. */
  static RateLimiter of(Rate rate, LongSupplier nanoTime) {
    if (rate.off()) {
      return new RateLimiter(null);
    }
    return new RateLimiter(
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(rate.burst())
                        .refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
            .withCustomTimePrecision(new NanoTime(nanoTime))
            .build());
  }

  /** Takes one, if there is one. */
  boolean tryTake() {
    return bucket == null || bucket.tryConsume(1);
  }

  /** Takes one if there is one; otherwise says how long it takes until there is. */
  Duration take() {
    return bucket == null
        ? Duration.ZERO
        : Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
  }

  private record NanoTime(LongSupplier source) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return source.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
