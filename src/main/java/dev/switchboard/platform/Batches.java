package dev.switchboard.platform;

import dev.switchboard.platform.problem.Outage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Does work for many callers at once where they come at the same time, as databases commit in
 * groups: while one batch is under way, what arrives forms the next. Under load a batch waits a
 * moment until it is as large as the one before; who comes alone waits for nobody. One of those who
 * wait does the work for all of them.
 */
public final class Batches<T> {
  private static final int WORTH_WAITING = 4;

  /** One who waits: told true when it is its turn to work, false when its item is done. */
  private record Caller<T>(T item, CompletableFuture<Boolean> told) {}

  private final Consumer<List<T>> work;
  private final int mostItems;
  private final int mostWeight;
  private final ToIntFunction<T> weight;
  private final long paceNanos;
  private final Queue<Caller<T>> waiting = new ArrayDeque<>();
  private boolean busy;
  private int lastSize;
  private long takenAt;

  /**
   * @param work does one batch, in the order of arrival; what it throws, all its callers get
   * @param mostItems how many a batch has at most
   * @param mostWeight what they weigh together at most; one that is heavier goes alone
   * @param pace how long after the last batch the next may wait for company
   */
  public Batches(
      Consumer<List<T>> work,
      int mostItems,
      int mostWeight,
      ToIntFunction<T> weight,
      Duration pace) {
    this.work = work;
    this.mostItems = mostItems;
    this.mostWeight = mostWeight;
    this.weight = weight;
    this.paceNanos = pace.toNanos();
  }

  /** Returns when the work is done that this item is part of. */
  public void submit(T item) {
    Caller<T> caller = new Caller<>(item, new CompletableFuture<>());
    synchronized (this) {
      waiting.add(caller);
      if (waiting.size() >= lastSize) {
        notifyAll();
      }
      if (!busy) {
        busy = true;
        caller.told().complete(true);
      }
    }
    try {
      if (caller.told().join()) {
        doNext();
      }
    } catch (CompletionException e) {
      throw asItWas(e);
    }
  }

  private static RuntimeException asItWas(CompletionException e) {
    return e.getCause() instanceof RuntimeException cause ? cause : e;
  }

  private void doNext() {
    List<Caller<T>> batch = new ArrayList<>();
    try {
      take(batch);
      work.accept(batch.stream().map(Caller::item).toList());
    } catch (RuntimeException | Error e) {
      if (Outage.causes(e)) {
        takeAll(batch);
      }
      passOn();
      batch.forEach(each -> each.told().completeExceptionally(e));
      throw e;
    }
    passOn();
    batch.forEach(each -> each.told().complete(false));
  }

  /** The first to come, whose thread this is, and who waits behind it. */
  private synchronized void take(List<Caller<T>> batch) {
    awaitCompany();
    int sum = 0;
    for (Caller<T> next = waiting.peek();
        next != null && (batch.isEmpty() || fits(batch.size(), sum, next));
        next = waiting.peek()) {
      sum += weight.applyAsInt(next.item());
      batch.add(waiting.remove());
    }
    lastSize = batch.size();
    takenAt = System.nanoTime();
  }

  /**
   * What the work needs is away: who waits would only learn the same, one batch after the other.
   */
  private synchronized void takeAll(List<Caller<T>> batch) {
    batch.addAll(waiting);
    waiting.clear();
  }

  /** Until as many have come as the last time, or the pace is over. */
  private synchronized void awaitCompany() {
    if (lastSize < WORTH_WAITING) {
      return;
    }
    try {
      long left = leftOfPace();
      while (left > 0 && waiting.size() < lastSize) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = leftOfPace();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long leftOfPace() {
    return paceNanos - (System.nanoTime() - takenAt);
  }

  private boolean fits(int items, int sum, Caller<T> next) {
    return items < mostItems && sum + weight.applyAsInt(next.item()) <= mostWeight;
  }

  /** How many wait for the batch that is under way. */
  synchronized int waiting() {
    return waiting.size();
  }

  private synchronized void passOn() {
    Caller<T> next = waiting.peek();
    busy = next != null;
    if (next != null) {
      next.told().complete(true);
    }
  }
}
