package dev.switchboard.realtime;

import static dev.switchboard.Waiting.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class WritersTest {
  private final AtomicInteger threads = new AtomicInteger();
  private final AtomicInteger deaths = new AtomicInteger();
  private final CountDownLatch reading = new CountDownLatch(1);
  private final Writers writers =
      new Writers(
          task -> {
            threads.incrementAndGet();
            Thread thread = new Thread(task);
            thread.setUncaughtExceptionHandler((dead, cause) -> deaths.incrementAndGet());
            return thread;
          });

  /** A client that does not read before the test says so. */
  private final class Slow extends Paper {
    private final CountDownLatch waits = new CountDownLatch(1);
    private final AtomicInteger woken = new AtomicInteger();

    @Override
    public boolean write(String text) {
      waits.countDown();
      try {
        reading.await();
      } catch (InterruptedException e) {
        woken.incrementAndGet();
        return false;
      }
      return super.write(text);
    }

    void awaitWaits() throws InterruptedException {
      waits.await();
    }
  }

  /** What ends the thread that meets it: not even the log can tell of it. */
  private static final class Unspeakable extends Error {
    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
      throw this;
    }
  }

  private Outbox outbox(Wire wire) {
    return outbox(wire, writers);
  }

  private static Outbox outbox(Wire wire, Writers writers) {
    return new Outbox(new Link(wire), new Frames(10_000, 1_000_000, 0), writers::add, () -> {});
  }

  private List<Slow> slowOnes(int count) {
    List<Slow> all = Stream.generate(Slow::new).limit(count).toList();
    all.forEach(each -> outbox(each).offer("first"));
    return all;
  }

  @AfterEach
  void end() {
    reading.countDown();
    writers.close();
  }

  @Test
  void every_frame_is_written_once_and_in_order_however_many_offer() {
    List<Paper> clients = Stream.generate(Paper::new).limit(50).toList();
    List<Outbox> outboxes = clients.stream().map(this::outbox).toList();
    List<String> frames = IntStream.range(0, 200).mapToObj(String::valueOf).toList();

    outboxes.parallelStream().forEach(each -> frames.forEach(each::offer));

    patiently().until(() -> clients.stream().allMatch(each -> each.got().size() == frames.size()));
    assertThat(clients).allSatisfy(each -> assertThat(each.got()).isEqualTo(frames));
  }

  @Test
  void clients_that_do_not_read_hold_up_nobody_else() {
    slowOnes(5);
    Paper quick = new Paper();

    outbox(quick).offer("a");

    patiently().until(() -> quick.got().contains("a"));
  }

  @Test
  void a_client_that_made_a_writer_wait_is_not_waited_for_again() throws InterruptedException {
    Slow slow = new Slow();
    Outbox outbox = outbox(slow);
    outbox.offer("first");
    slow.awaitWaits();
    Paper quick = new Paper();
    Outbox other = outbox(quick);
    slowOnes(1);
    other.offer("a");
    patiently().until(() -> quick.got().contains("a"));

    outbox.offer("second");
    reading.countDown();

    patiently().until(() -> slow.begun() == 1);
    assertThat(slow.got()).containsExactly("first", "second");
  }

  @Test
  void when_many_are_stuck_nobody_waits_for_any_client_until_they_are_free() {
    slowOnes(20);
    Paper quick = new Paper();
    Outbox outbox = outbox(quick);
    patiently().until(() -> !writers.mayWait());

    outbox.offer("a");
    patiently().until(() -> quick.begun() == 1);
    assertThat(threads.get()).isLessThanOrEqualTo(13);

    reading.countDown();
    patiently().until(writers::mayWait);
    quick.end(true);
    outbox.offer("b");
    patiently().until(() -> quick.got().contains("b"));
    assertThat(quick.begun()).isZero();
  }

  @Test
  void a_writer_that_waits_behind_a_lock_is_replaced() {
    Object lock = new Object();
    Paper behind =
        new Paper() {
          @Override
          public boolean write(String text) {
            synchronized (lock) {
              return super.write(text);
            }
          }
        };
    Paper quick = new Paper();

    synchronized (lock) {
      outbox(behind).offer("a");
      outbox(quick).offer("b");
      patiently().until(() -> quick.got().contains("b"));
    }

    patiently().until(() -> behind.got().contains("a"));
  }

  @Test
  void a_writer_is_woken_from_a_client_that_is_gone() throws InterruptedException {
    Slow gone = new Slow();
    Outbox outbox = outbox(gone);
    outbox.offer("a");
    gone.awaitWaits();
    outbox.close();

    writers.wakeFromGone();
    assertThat(gone.woken).hasValue(0);
    writers.wakeFromGone();

    patiently().until(() -> gone.woken.get() == 1);
  }

  @Test
  void a_writer_is_left_alone_with_a_client_that_only_pauses() throws InterruptedException {
    Slow slow = new Slow();
    outbox(slow).offer("a");
    slow.awaitWaits();

    writers.wakeFromGone();
    writers.wakeFromGone();
    reading.countDown();

    patiently().until(() -> slow.got().contains("a"));
    assertThat(slow.woken).hasValue(0);
  }

  @Test
  void another_writer_takes_the_place_of_one_that_died() {
    Paper deadly =
        new Paper() {
          @Override
          public boolean write(String text) {
            throw new Unspeakable();
          }
        };
    Paper quick = new Paper();
    outbox(deadly).offer("a");
    patiently().until(() -> deaths.get() == 1);

    outbox(quick).offer("b");

    patiently().until(() -> quick.got().contains("b"));
  }

  @Test
  void who_offers_does_not_fail_for_want_of_a_thread_and_the_frame_is_written_later() {
    AtomicInteger asked = new AtomicInteger();
    Writers late =
        new Writers(
            task -> {
              if (asked.getAndIncrement() == 0) {
                throw new IllegalStateException("no thread left");
              }
              return new Thread(task);
            });
    Paper client = new Paper();

    outbox(client, late).offer("a");

    patiently().until(() -> client.got().contains("a"));
    late.close();
  }

  @Test
  void many_clients_need_no_more_threads_than_few() {
    List<Paper> clients = Stream.generate(Paper::new).limit(1_000).toList();

    clients.forEach(each -> outbox(each).offer("a"));

    patiently().until(() -> clients.stream().allMatch(each -> each.got().contains("a")));
    assertThat(threads.get()).isLessThanOrEqualTo(3);
  }
}
