package dev.feedforward.training;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How training uses the machine.
 *
 * @param workers jobs that train at once; where it is left out or 0, the machine's cores but one, and at least one
 * @param threads threads that a job may use; where it is left out or 0, the cores divided by the workers
 */
@Validated
@ConfigurationProperties("feedforward.training")
record TrainingProperties(@Min(0) int workers, @Min(0) int threads) {

    TrainingProperties {
        int cores = Runtime.getRuntime().availableProcessors();
        workers = workers != 0 ? workers : Math.max(1, cores - 1);
        threads = threads != 0 ? threads : Math.max(1, cores / workers);
    }
}
