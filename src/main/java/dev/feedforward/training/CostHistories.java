package dev.feedforward.training;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cost histories wherever they are: in memory while the job runs here, in the database otherwise. */
@Component
class CostHistories {

    private final JobQueue queue;
    private final CostHistoryRepository repository;

    /** What was read piece by piece a moment ago. It has ended, so it does not change; under want of memory it goes. */
    private final Cache<Long, CostHistory> ended = Caffeine.newBuilder()
            .maximumSize(8)
            .softValues()
            .expireAfterAccess(Duration.ofSeconds(10))
            .build();

    CostHistories(JobQueue queue, CostHistoryRepository repository) {
        this.queue = queue;
        this.repository = repository;
    }

    /** The whole history of a job, so far or for good; empty for a job without points or unknown. */
    CostHistory of(long job) {
        // A job that ends in between is in the database by the time that it is gone from the queue.
        CostHistory soFar = queue.historySoFar(job);
        return repository.find(job).orElse(soFar);
    }

    /**
     * The points after an iteration, oldest first; only these are copied.
     *
     * @param afterIteration -1 for the first points
     * @param maxPoints how many to give at most
     */
    CostHistory after(long job, long afterIteration, int maxPoints) {
        return queue.pointsAfter(job, afterIteration, maxPoints)
                .or(() -> stored(job).map(history -> history.after(afterIteration, maxPoints)))
                .orElseGet(() -> new CostRecorder().history(job));
    }

    private Optional<CostHistory> stored(long job) {
        return Optional.ofNullable(
                ended.get(job, id -> repository.find(id).orElse(null)));
    }
}
