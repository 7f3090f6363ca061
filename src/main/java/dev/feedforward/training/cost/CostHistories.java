package dev.feedforward.training.cost;

import dev.feedforward.training.history.CostHistory;
import dev.feedforward.training.history.CostHistoryRepository;
import dev.feedforward.training.history.CostRecorder;
import dev.feedforward.training.worker.JobRun;
import dev.feedforward.training.worker.RunningJobs;
import org.springframework.stereotype.Component;

/** Cost histories wherever they are: in memory while the job runs here, in the database otherwise. */
@Component
public class CostHistories {

    private final RunningJobs running;
    private final CostHistoryRepository repository;

    CostHistories(RunningJobs running, CostHistoryRepository repository) {
        this.running = running;
        this.repository = repository;
    }

    /** The history of a job that has no points. */
    CostHistory none(long job) {
        return new CostRecorder().history(job);
    }

    /** The whole history of a job, so far or for good; empty for a job without points or unknown. */
    CostHistory of(long job) {
        return after(job, -1, Integer.MAX_VALUE);
    }

    /**
     * The points after an iteration, oldest first; only these are copied.
     *
     * @param afterIteration -1 for the first points
     * @param maxPoints how many to give at most
     */
    public CostHistory after(long job, long afterIteration, int maxPoints) {
        return running.find(job)
                .filter(JobRun::isRestored)
                .map(run -> run.historyAfter(afterIteration, maxPoints))
                .orElseGet(() -> repository.find(job, afterIteration, maxPoints));
    }
}
