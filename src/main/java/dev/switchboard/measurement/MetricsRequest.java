package dev.switchboard.measurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What a client sends with its measurements: 1 to 100 of them. */
public record MetricsRequest(
    @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid MetricRequest> metrics) {}
