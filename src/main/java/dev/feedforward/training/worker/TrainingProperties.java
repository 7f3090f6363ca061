package dev.feedforward.training.worker;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How training uses the machine.
 *
 * @param workers jobs that train at once; where it is left out or 0, the machine's cores but one, and at least one
 * @param threads threads that a job may use; where it is left out or 0, the cores divided by the workers
 * @param checkpointEvery the least time from one checkpoint of a job to the next; where a checkpoint takes long it is
 *     longer, so that they cost 2 % of the training at most
 */
@Validated
@ConfigurationProperties("feedforward.training")
public record TrainingProperties(
        @Min(0) int workers,
        @Min(0) int threads,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration checkpointEvery) {

    public TrainingProperties {
        int cores = Runtime.getRuntime().availableProcessors();
        workers = workers != 0 ? workers : Math.max(1, cores - 1);
        threads = threads != 0 ? threads : Math.max(1, cores / workers);
    }
}
