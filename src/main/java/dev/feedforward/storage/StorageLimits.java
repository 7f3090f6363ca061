package dev.feedforward.storage;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much room uploads may take.
 *
 * @param datasetsInAll of all data sets together, as they are stored
 * @param datasetCount names of data sets
 * @param diskReserve what an upload leaves free on the disk of the embedded database, for jobs to write their
 *     checkpoints to
 */
@Validated
@ConfigurationProperties("feedforward.limits")
public record StorageLimits(
        @DefaultValue("20GB") DataSize datasetsInAll,
        @DefaultValue("1000") @Min(1) int datasetCount,
        @DefaultValue("512MB") DataSize diskReserve) {}
