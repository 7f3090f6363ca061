package dev.feedforward.training.recipe;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a training may ask for at most.
 *
 * @param parameters weights and biases of a network
 * @param activations rows times neurons, which is what training keeps in memory three times
 * @param queuedJobs jobs of one client that wait for a worker
 * @param queuedJobsInAll jobs of all clients together that do
 */
@Validated
@ConfigurationProperties("feedforward.limits")
public record TrainingLimits(
        @DefaultValue("5000000") @Min(1) long parameters,
        @DefaultValue("8000000") @Min(1) long activations,
        @DefaultValue("100") @Min(1) int queuedJobs,
        @DefaultValue("1000") @Min(1) int queuedJobsInAll) {}
