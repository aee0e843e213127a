package dev.switchboard.platform.metric;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * Makes metrics. Their names follow Prometheus: {@code switchboard_}, what is counted, its unit
 * where it has one; {@code docs/operations.md} lists them.
 */
@ApplicationScoped
public class Meters {
  private final MetricRegistry registry;

  @SuppressWarnings("NullAway")
  Meters() {
    this(null);
  }

  @Inject
  Meters(MetricRegistry registry) {
    this.registry = registry;
  }

  /** A counter; on {@code /metrics}, {@code _total} stands behind its name. */
  public Counter counter(String name, String meaning) {
    return registry.counter(metadata(name, meaning));
  }

  /** Counters of one name, to be told apart by labels. */
  public Family<Counter> counters(String name, String meaning, String... labels) {
    return new Family<>(tags -> registry.counter(metadata(name, meaning), tags), labels);
  }

  /** Timers of one name; on {@code /metrics}, {@code _seconds} stands behind it. */
  public Family<Timer> timers(String name, String meaning, String... labels) {
    return new Family<>(tags -> registry.timer(metadata(name, meaning), tags), labels);
  }

  /** A value that is read whenever somebody asks; not a number where it is not known. */
  public void gauge(String name, String meaning, Supplier<Double> value, Tag... tags) {
    registry.gauge(metadata(name, meaning), value, tags);
  }

  private static Metadata metadata(String name, String meaning) {
    return Metadata.builder().withName(name).withDescription(meaning).build();
  }
}
