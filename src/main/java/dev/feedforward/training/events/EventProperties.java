package dev.feedforward.training.events;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How jobs are watched.
 *
 * @param heartbeat how often a reader gets a comment, so that whatever stands between keeps the connection
 * @param stalledAfter how long a reader may take nothing before it is let go
 * @param lookEvery how often the database is asked about a job
 */
@Validated
@ConfigurationProperties("feedforward.events")
record EventProperties(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("60s") Duration stalledAfter,
        @DefaultValue("500ms") Duration lookEvery) {

    /**
     * How many may watch.
     *
     * @param eventStreams readers at once on this instance
     */
    @Validated
    @ConfigurationProperties("feedforward.limits")
    record Limits(@DefaultValue("2000") @Min(1) int eventStreams) {}
}
