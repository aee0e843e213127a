package dev.switchboard.platform;

import static dev.switchboard.Waiting.patiently;
import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final List<List<String>> done = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger called = new AtomicInteger();
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private final CountDownLatch firstBegan = new CountDownLatch(1);
  private final Batches<String> batches =
      new Batches<>(this::work, 3, 10, String::length, Duration.ofMillis(1));

  @AfterEach
  void endCallers() {
    firstMayEnd.countDown();
    callers.shutdown();
  }

  @Test
  void what_comes_alone_is_done_at_once_by_its_caller() {
    firstMayEnd.countDown();

    batches.submit("a");
    batches.submit("b");

    assertThat(done).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void what_comes_while_a_batch_is_under_way_goes_together_in_order() {
    CompletableFuture<?> all = submitWhileFirstIsUnderWay("first", "a", "b", "c");

    firstMayEnd.countDown();

    all.join();
    assertThat(done).containsExactly(List.of("first"), List.of("a", "b", "c"));
  }

  @Test
  void a_batch_has_no_more_items_than_may_be() {
    CompletableFuture<?> all = submitWhileFirstIsUnderWay("first", "a", "b", "c", "d");

    firstMayEnd.countDown();

    all.join();
    assertThat(done).containsExactly(List.of("first"), List.of("a", "b", "c"), List.of("d"));
  }

  @Test
  void what_is_too_heavy_for_company_goes_alone() {
    CompletableFuture<?> all =
        submitWhileFirstIsUnderWay("first", "a", "more than ten characters", "b");

    firstMayEnd.countDown();

    all.join();
    assertThat(done)
        .containsExactly(
            List.of("first"), List.of("a"), List.of("more than ten characters"), List.of("b"));
  }

  @Test
  void what_a_batch_throws_all_its_callers_get_and_the_next_goes_on() {
    CompletableFuture<?> bad = submitWhileFirstIsUnderWay("first", "bad", "x", "y");

    firstMayEnd.countDown();

    assertThatThrownBy(bad::join).hasRootCauseMessage("on purpose");
    batches.submit("good");
    assertThat(done).containsExactly(List.of("first"), List.of("good"));
  }

  @Test
  void who_waits_behind_an_outage_learns_of_it_at_once() {
    CompletableFuture<?> all = submitWhileFirstIsUnderWay("away", "a", "b", "c", "d");

    firstMayEnd.countDown();

    assertThatThrownBy(all::join).hasRootCauseInstanceOf(SQLTransientConnectionException.class);
    assertThat(done).isEmpty();
    batches.submit("back");
    assertThat(done).containsExactly(List.of("back"));
  }

  @Test
  void each_item_of_many_callers_is_done_once_and_in_the_order_of_its_caller() {
    firstMayEnd.countDown();

    allOf(
            IntStream.range(0, 8)
                .mapToObj(
                    caller ->
                        runAsync(
                            () ->
                                IntStream.range(0, 500)
                                    .forEach(i -> batches.submit(caller + ":" + i)),
                            callers))
                .toArray(CompletableFuture[]::new))
        .join();

    List<String> items = done.stream().flatMap(List::stream).toList();
    assertThat(items).hasSize(8 * 500);
    IntStream.range(0, 8)
        .forEach(
            caller ->
                assertThat(items.stream().filter(item -> item.startsWith(caller + ":")))
                    .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(i -> caller + ":" + i).toList()));
  }

  private CompletableFuture<Void> submitWhileFirstIsUnderWay(String first, String... others) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    all.add(submit(first));
    patiently().until(() -> firstBegan.getCount() == 0);
    for (String other : others) {
      all.add(submit(other));
      int waiting = all.size() - 1;
      patiently().until(() -> batches.waiting() == waiting);
    }
    return allOf(all.toArray(CompletableFuture[]::new));
  }

  private CompletableFuture<Void> submit(String item) {
    return runAsync(() -> batches.submit(item), callers);
  }

  private void work(List<String> batch) {
    if (called.getAndIncrement() == 0) {
      firstBegan.countDown();
      join(firstMayEnd);
    }
    if (batch.contains("bad")) {
      throw new IllegalStateException("on purpose");
    }
    if (batch.contains("away")) {
      throw new IllegalStateException(new SQLTransientConnectionException("on purpose"));
    }
    done.add(batch);
  }

  private static void join(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
