package dev.feedforward.training.job;

import dev.feedforward.training.job.JobTransitions.Standing;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells those who wait for it that a job has ended, whichever instance trained it. */
@Component
public class JobEnds {

    private static final Logger log = LoggerFactory.getLogger(JobEnds.class);

    private final JobTransitions transitions;
    private final Map<Long, CompletableFuture<Void>> waits = new ConcurrentHashMap<>();

    public JobEnds(JobTransitions transitions) {
        this.transitions = transitions;
    }

    /** Done when the job has ended, or is no more; at once if it has already. */
    public CompletableFuture<Void> of(long id) {
        CompletableFuture<Void> end = waits.computeIfAbsent(id, key -> new CompletableFuture<>());
        // Asked after the wait is known: an end in between is not missed.
        tell(id, transitions.standings(List.of(id)).get(id));
        return end;
    }

    /** The job has ended, or may have: whoever waits is told if so. */
    public void check(long id) {
        if (waits.containsKey(id)) {
            look(List.of(id));
        }
    }

    /** Ends every wait: the service is going down. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        waits.keySet().forEach(this::complete);
    }

    /** Looks for ends that came about through other instances. */
    @Scheduled(fixedDelay = 300, timeUnit = TimeUnit.MILLISECONDS)
    void look() {
        look(List.copyOf(waits.keySet()));
    }

    private void look(List<Long> ids) {
        try {
            Map<Long, Standing> standings = transitions.standings(ids);
            ids.forEach(id -> tell(id, standings.get(id)));
        } catch (DataAccessException | TransactionException e) {
            // Those who wait go on waiting, up to the time that they named.
            log.debug("The database does not say which jobs have ended", e);
        }
    }

    private void tell(long id, @Nullable Standing standing) {
        if (standing == null || standing.status().isEnded()) {
            complete(id);
        }
    }

    private void complete(long id) {
        CompletableFuture<Void> end = waits.remove(id);
        if (end != null) {
            end.complete(null);
        }
    }
}
