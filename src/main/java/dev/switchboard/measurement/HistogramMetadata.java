package dev.switchboard.measurement;

import org.eclipse.microprofile.metrics.Metadata;
import org.jspecify.annotations.Nullable;

/** How a histogram of clients' measurements is described on {@code /metrics}. */
final class HistogramMetadata {
  private HistogramMetadata() {}

  /** The unit stands in the description only: as the histogram's own it would change its name. */
  static Metadata of(MetricRequest measured) {
    @Nullable String unit = measured.unit();
    return Metadata.builder()
        .withName("client_" + MetricNames.plain(measured.name()))
        .withDescription("Measured by clients" + (unit == null ? "" : ", in " + unit))
        .build();
  }
}
