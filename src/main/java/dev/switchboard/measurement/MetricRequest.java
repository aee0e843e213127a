package dev.switchboard.measurement;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One measurement of a client.
 *
 * @param name what was measured; a dot counts as an underscore
 * @param value in whole units: a fraction is rounded away
 * @param unit of the value, such as {@code ms}; the first one that comes stands in the description
 * @param timestamp when it was measured; only checked for its form, the histograms know no past
 */
public record MetricRequest(
    @NotNull
        @Pattern(
            regexp = "[a-zA-Z][a-zA-Z0-9_.]{0,63}",
            message = "must be a letter and then at most 63 letters, digits, dots, underscores")
        String name,
    @NotNull @DecimalMin("-1000000000000") @DecimalMax("1000000000000") Double value,
    @Pattern(
            regexp = "[a-zA-Z0-9_/%.-]{1,32}",
            message = "must be 1 to 32 of letters, digits and _ / % . -")
        @Nullable String unit,
    @Nullable Instant timestamp) {}
