package dev.switchboard.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does several things at once, on threads of the server. */
@ApplicationScoped
class AtOnce {
  @Resource private ManagedExecutorService executor;

  /** What they came to, once all are done; the exception of one of them that failed. */
  <T> List<T> run(int times, IntFunction<Callable<T>> work) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> done : executor.invokeAll(IntStream.range(0, times).mapToObj(work).toList())) {
      results.add(done.get());
    }
    return results;
  }
}
