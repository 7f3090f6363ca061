package dev.feedforward.dataset;

import dev.feedforward.database.DatabaseSharing;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Clears away the rows of uploads that came to nothing, and of data sets that have been replaced. */
@Component
class DatasetSweeper implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(DatasetSweeper.class);

    /** An upload that lives tells so each minute. */
    private static final Duration DEAD = Duration.ofMinutes(10);

    /** Whoever has just found a data set has this long to say that a job needs it. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final DatasetStore store;
    private final Clock clock;
    private final boolean shared;

    DatasetSweeper(DatasetStore store, Clock clock, DatabaseSharing sharing) {
        this.store = store;
        this.clock = clock;
        shared = sharing.isShared();
    }

    /** Before anybody can upload: where nobody else uses the database, all unfinished uploads are of a dead process. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!shared) {
            sweep(clock.millis() + 1);
        }
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void sweep() {
        sweep(clock.millis() - DEAD.toMillis());
    }

    private void sweep(long uploadedBefore) {
        try {
            store.sweep(clock.millis() - GRACE.toMillis(), uploadedBefore);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Data sets that nobody needs are cleared away later", e);
        }
    }
}
