package dev.feedforward.retention;

import dev.feedforward.database.DatabaseSharing;
import dev.feedforward.model.store.ModelRef;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Deletes what is more than is to be kept, at the start and every hour; where instances share a database, one of them
 * for all.
 */
@Component
class Retention {

    /** A little less than an hour, so that the next round finds the turn free. */
    private static final Duration TURN = Duration.ofMinutes(59);

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final RetentionRepository repository;
    private final KeepProperties keep;
    private final Clock clock;
    private final boolean shared;
    private final Map<Kind, Counter> counters = new EnumMap<>(Kind.class);

    Retention(
            RetentionRepository repository,
            KeepProperties keep,
            Clock clock,
            DatabaseSharing sharing,
            MeterRegistry meters) {
        this.repository = repository;
        this.keep = keep;
        this.clock = clock;
        shared = sharing.isShared();
        for (Kind kind : Kind.values()) {
            counters.put(
                    kind,
                    Counter.builder("feedforward.retention.deleted")
                            .description("What was deleted as there was more than is to be kept")
                            .tag("kind", kind.label())
                            .register(meters));
        }
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.HOURS, scheduler = "housekeeping")
    void sweep() {
        if (keep.isAll()) {
            return;
        }
        Instant now = clock.instant();
        try {
            if (!shared || repository.takeTurn(now, TURN)) {
                sweep(now);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("What is no longer to be kept is deleted in an hour", e);
        }
    }

    /** Jobs go first: those deleted use no data set any more. */
    private void sweep(Instant now) {
        long jobs = delete(Kind.JOBS, surplusJobs(now), repository::deleteJob);
        long versions = delete(Kind.VERSIONS, surplusVersions(now), repository::deleteVersion);
        long datasets = delete(Kind.DATASETS, surplusDatasets(now), id -> repository.removeDataset(id, now));
        if (jobs + versions + datasets > 0) {
            log.info(
                    "Deleted {} jobs, {} versions of models and {} data sets that were more than is to be kept",
                    jobs,
                    versions,
                    datasets);
        }
    }

    private <T> long delete(Kind kind, List<T> surplus, Predicate<T> delete) {
        long deleted = 0;
        for (T one : surplus) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            deleted += delete.test(one) ? 1 : 0;
        }
        Objects.requireNonNull(counters.get(kind)).increment((double) deleted);
        return deleted;
    }

    private List<Long> surplusJobs(Instant now) {
        return keep.jobs().isAll() ? List.of() : repository.surplusJobs(keep.jobs(), now);
    }

    private List<ModelRef> surplusVersions(Instant now) {
        return keep.versions().isAll() ? List.of() : repository.surplusVersions(keep.versions(), now);
    }

    private List<Long> surplusDatasets(Instant now) {
        return keep.datasets().isAll() ? List.of() : repository.surplusDatasets(keep.datasets(), now);
    }
}
