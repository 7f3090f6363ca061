package dev.feedforward.computing;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How requests use the machine to compute.
 *
 * @param turns requests that compute at once; where it is left out or 0, the machine's cores but one, and at least one:
 *     training and answering need some too
 * @param waiting requests that wait for a turn, each on one of the threads that answer; one client has at most half of
 *     them; where it is left out or 0, their {@linkplain AnsweringThreads#share share} of these threads
 * @param patience how long a request waits for its turn
 */
@Validated
@ConfigurationProperties("feedforward.computing")
record ComputingProperties(
        @Min(0) int turns,
        @Min(0) int waiting,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration patience) {

    ComputingProperties {
        turns = turns != 0 ? turns : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /** The same, with as many who wait where that is not said. */
    ComputingProperties orWaiting(int share) {
        return waiting == 0 ? new ComputingProperties(turns, share, patience) : this;
    }

    /** How many of those who wait may be one client's. */
    int waitingOfOne() {
        return (waiting + 1) / 2;
    }
}
