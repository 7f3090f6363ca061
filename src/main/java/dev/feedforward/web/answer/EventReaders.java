package dev.feedforward.web.answer;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/** Counts the readers of events by their address, so that those of one leave some room to others. */
@Component
class EventReaders {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int most;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    EventReaders(Limits limits) {
        most = limits.eventStreamsOfOneAddress();
    }

    /** @param eventStreamsOfOneAddress readers of one address at once on this instance (of IPv6 its /64 network) */
    @Validated
    @ConfigurationProperties("feedforward.limits")
    record Limits(@DefaultValue("1500") @Min(1) int eventStreamsOfOneAddress) {}

    /**
     * One more reader of {@code address}.
     *
     * @return to be run when it has gone, once or more often
     * @throws ServiceException if there are as many already as may be
     */
    Runnable enter(String address) {
        if (counts.merge(address, 1, Integer::sum) > most) {
            leave(address);
            throw new ServiceException(
                    ProblemType.TOO_MANY_REQUESTS,
                    "%d readers from %s are watching jobs, and no more of one address may.".formatted(most, address),
                    "Connect again when others have gone. The service's operator can raise"
                            + " feedforward.limits.event-streams-of-one-address.",
                    RETRY_AFTER);
        }
        AtomicBoolean gone = new AtomicBoolean();
        return () -> {
            if (!gone.getAndSet(true)) {
                leave(address);
            }
        };
    }

    private void leave(String address) {
        counts.computeIfPresent(address, (of, count) -> count > 1 ? count - 1 : null);
    }
}
