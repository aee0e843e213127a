package dev.switchboard.platform;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does work again and again, until the application ends. */
@ApplicationScoped
public class Repetition {

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedScheduledExecutorService executor;

  private final Queue<Future<?>> repeated = new ConcurrentLinkedQueue<>();

  Repetition() {}

  /** Repeats work that throws nothing; the first time after one pause. */
  public void every(Duration pause, Runnable work) {
    long millis = pause.toMillis();
    repeated.add(executor.scheduleWithFixedDelay(work, millis, millis, TimeUnit.MILLISECONDS));
  }

  @PreDestroy
  void end() {
    repeated.forEach(work -> work.cancel(false));
  }
}
