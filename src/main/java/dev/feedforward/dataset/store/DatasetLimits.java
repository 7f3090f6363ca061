package dev.feedforward.dataset.store;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much an uploaded data set may hold.
 *
 * @param datasetBytes of the file, decompressed
 * @param datasetValues rows times columns
 * @param datasetColumns columns of the file
 */
@Validated
@ConfigurationProperties("feedforward.limits")
public record DatasetLimits(
        @DefaultValue("4GB") DataSize datasetBytes,
        @DefaultValue("500000000") @Min(1) long datasetValues,
        @DefaultValue("5000") @Min(2) @Max(100_000) int datasetColumns) {}
