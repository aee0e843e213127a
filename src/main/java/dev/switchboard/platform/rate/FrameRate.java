package dev.switchboard.platform.rate;

import dev.switchboard.platform.Rate;
import java.util.function.LongSupplier;

/** How many frames one connection of the socket may still send. */
public final class FrameRate {

  private final RateLimiter limiter;

  private FrameRate(RateLimiter limiter) {
    this.limiter = limiter;
  }

  /** A full bucket for a new connection. */
  public static FrameRate of(Rate rate) {
    return new FrameRate(RateLimiter.of(rate));
  }

  /** A full bucket that takes its time, in nanoseconds, from the given source. */
  public static FrameRate of(Rate rate, LongSupplier nanoTime) {
    return new FrameRate(RateLimiter.of(rate, nanoTime));
  }

  /** Takes one frame, if there is one. */
  public boolean tryTake() {
    return limiter.tryTake();
  }
}
