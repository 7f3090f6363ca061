package dev.feedforward.training;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How training uses the machine.
 *
 * @param workers jobs that train at once; where it is left out or 0, the machine's cores but one, and at least one
 */
@Validated
@ConfigurationProperties("feedforward.training")
record TrainingProperties(@Min(0) int workers) {

    TrainingProperties {
        workers = workers != 0 ? workers : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }
}
