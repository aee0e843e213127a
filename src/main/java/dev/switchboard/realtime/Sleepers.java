package dev.switchboard.realtime;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The threads that sleep at some place. Who is in the same sleep as the last time is woken; who
 * sleeps there anew, for another client perhaps, is not.
 */
final class Sleepers {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long NONE = -1;

  private final Predicate<StackTraceElement[]> place;
  private Map<Thread, Long> asleep = Map.of();

  Sleepers(Predicate<StackTraceElement[]> place) {
    this.place = place;
  }

  synchronized void wake() {
    Map<Thread, Long> now = new HashMap<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              long sleep = place.test(stack) ? sleepOf(thread) : NONE;
              if (sleep != NONE) {
                now.put(thread, sleep);
              }
            });
    now.forEach(
        (thread, sleep) -> {
          if (sleep.equals(asleep.get(thread)) && sleepOf(thread) == sleep) {
            thread.interrupt();
          }
        });
    asleep = now;
  }

  /** Which of all the thread's sleeps this is; none where it does not sleep. */
  private static long sleepOf(Thread thread) {
    ThreadInfo info = THREADS.getThreadInfo(thread.getId());
    boolean sleeps = info != null && info.getThreadState() == Thread.State.WAITING;
    return sleeps ? info.getWaitedCount() : NONE;
  }
}
