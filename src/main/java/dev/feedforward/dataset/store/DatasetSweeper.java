package dev.feedforward.dataset.store;

import dev.feedforward.database.DatabaseSharing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Clears away the rows of uploads that came to nothing, and of data sets that have been replaced: what it has seen
 * unchanged for long enough, by a clock of its own, so that it does not matter when a clock is set, nor whose.
 */
@Component
public class DatasetSweeper implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DatasetSweeper.class);

    /** An upload that lives tells so each minute. */
    public static final Duration DEAD = Duration.ofMinutes(10);

    /** Whoever has just found a data set has this long to say that a job needs it. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private final DatasetStore store;
    private final Clock steadyClock;
    private final boolean shared;

    /** When each was first seen as it is. */
    private Map<NamelessDataset, Instant> seen = Map.of();

    public DatasetSweeper(DatasetStore store, Clock steadyClock, DatabaseSharing sharing) {
        this.store = store;
        this.steadyClock = steadyClock;
        shared = sharing.isShared();
    }

    /** Before anybody can upload: where nobody else uses the database, all unfinished uploads are of a dead process. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!shared) {
            sweep(Duration.ZERO, Duration.ZERO);
        }
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    public void sweep() {
        sweep(GRACE, DEAD);
    }

    private void sweep(Duration replaced, Duration uploading) {
        try {
            store.discardLeftovers();
            Instant now = steadyClock.instant();
            Map<NamelessDataset, Instant> found = new HashMap<>();
            for (NamelessDataset dataset : store.nameless()) {
                Instant since = Objects.requireNonNullElse(seen.get(dataset), now);
                found.put(dataset, since);
                Duration unchanged = Duration.between(since, now);
                boolean over = switch (dataset.why()) {
                    case REMOVED -> true;
                    case REPLACED -> unchanged.compareTo(replaced) >= 0;
                    case UPLOADING -> unchanged.compareTo(uploading) >= 0;
                };
                if (over) {
                    store.discardUnneeded(dataset.id());
                }
            }
            seen = found;
        } catch (DataAccessException | TransactionException e) {
            log.warn("Data sets that nobody needs are cleared away later", e);
        }
    }
}
