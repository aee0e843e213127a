package dev.switchboard.platform.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.switchboard.platform.Rate;
import dev.switchboard.platform.problem.ProblemException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** One bucket a key; a key that has been silent for long enough is forgotten. */
final class KeyedLimiters {

  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final long MOST_KEYS = 100_000;

  private final Cache<String, RateLimiter> limiters =
      Caffeine.newBuilder().expireAfterAccess(REMEMBERED).maximumSize(MOST_KEYS).build();
  private final Rate rate;
  private final LongSupplier nanoTime;

  KeyedLimiters(Rate rate, LongSupplier nanoTime) {
    this.rate = rate;
    this.nanoTime = nanoTime;
  }

  /** Takes one for the key; a problem 429 where there is none left. */
  void take(String key) {
    if (rate.off()) {
      return;
    }
    Duration wait = limiters.get(key, unseen -> RateLimiter.of(rate, nanoTime)).take();
    if (!wait.isZero()) {
      throw ProblemException.rateLimited(wait);
    }
  }
}
