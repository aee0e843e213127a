package dev.switchboard.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * The measurements of clients as histograms {@code client_<name>} of whole numbers. Names are the
 * clients' choice, so each node keeps at most 50 of them, until it is started anew.
 */
@ApplicationScoped
class Measurements {
  private static final int NAMES_AT_MOST = 50;

  private final MetricRegistry registry;
  private final MetricNames names = new MetricNames(NAMES_AT_MOST);
  private final Map<String, Histogram> histograms = new ConcurrentHashMap<>();

  @SuppressWarnings("NullAway")
  Measurements() {
    this(null);
  }

  @Inject
  Measurements(MetricRegistry registry) {
    this.registry = registry;
  }

  /**
   * Counts measurements, all or none of them.
   *
   * @throws dev.switchboard.platform.problem.ProblemException INVALID, with a pointer to each name
   *     that is one too many
   */
  void record(List<MetricRequest> measured) {
    names.admit(measured.stream().map(MetricRequest::name).toList());
    measured.forEach(this::record);
  }

  /** The first to come describes a histogram: the registry refuses another description. */
  private void record(MetricRequest measured) {
    histograms
        .computeIfAbsent(
            MetricNames.plain(measured.name()),
            name -> registry.histogram(HistogramMetadata.of(measured)))
        .update(Math.round(measured.value()));
  }
}
