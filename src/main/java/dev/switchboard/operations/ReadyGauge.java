package dev.switchboard.operations;

import dev.switchboard.platform.Lately;
import dev.switchboard.platform.metric.Meters;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;

/** Shows whether this node is ready, by the checks that {@code /health/ready} asks. */
@ApplicationScoped
class ReadyGauge {
  @Resource
  @SuppressWarnings("NullAway.Init")
  private ManagedThreadFactory threads;

  private final Instance<HealthCheck> checks;
  private final Meters meters;

  @SuppressWarnings("NullAway")
  ReadyGauge() {
    this(null, null);
  }

  @Inject
  ReadyGauge(@Readiness Instance<HealthCheck> checks, Meters meters) {
    this.checks = checks;
    this.meters = meters;
  }

  void begin(@Observes Startup startup) {
    Lately<Boolean> ready = new Lately<>(this::isReady, task -> threads.newThread(task).start());
    meters.gauge(
        "switchboard_ready",
        "1 where the node is ready, otherwise 0",
        () -> ready.get().orElse(false) ? 1.0 : 0.0);
  }

  private boolean isReady() {
    return checks.stream().allMatch(check -> check.call().getStatus() == Status.UP);
  }
}
