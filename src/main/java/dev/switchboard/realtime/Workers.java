package dev.switchboard.realtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs what reads the database in the background, a few tasks at a time, in the order given; but
 * what everybody waits for first.
 */
@ApplicationScoped
class Workers {
  private static final Logger LOG = System.getLogger(Workers.class.getName());
  private static final int AT_ONCE = 8;

  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedScheduledExecutorService executor;

  private final Queue<Runnable> urgent = new ArrayDeque<>();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  /** What one client waits for. */
  void execute(Runnable task) {
    execute(task, waiting);
  }

  /** What all subscribers of a stream wait for. */
  void executeFirst(Runnable task) {
    execute(task, urgent);
  }

  private void execute(Runnable task, Queue<Runnable> queue) {
    synchronized (waiting) {
      queue.add(task);
      if (running == AT_ONCE) {
        return;
      }
      running++;
    }
    executor.execute(this::work);
  }

  /** Runs a task a second from now: it met an outage and tries again. */
  @SuppressWarnings("FutureReturnValueIgnored")
  void executeLater(Runnable task) {
    executor.schedule(() -> execute(task), 1, TimeUnit.SECONDS);
  }

  private void work() {
    for (Runnable task = next(); task != null; task = next()) {
      run(task);
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A background task failed", e);
    }
  }

  private @Nullable Runnable next() {
    synchronized (waiting) {
      Runnable task = urgent.isEmpty() ? waiting.poll() : urgent.poll();
      if (task == null) {
        running--;
      }
      return task;
    }
  }
}
