package dev.feedforward.training.queue;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler.ReviveDeadExecution;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.feedforward.training.job.Ticket;
import dev.feedforward.training.worker.JobRunner;
import dev.feedforward.training.worker.TrainingProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** How db-scheduler runs the jobs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TrainingSchedulerConfiguration {

    private static final Logger log = LoggerFactory.getLogger(TrainingSchedulerConfiguration.class);

    /** When a job is tried again whose worker could not work. */
    static final Duration RETRY = Duration.ofSeconds(5);

    /** Trains. Its instances are named by tickets and carry no data. */
    @Bean
    Task<Void> trainTask(JobRunner runner, Clock clock) {
        CompletionHandler<Void> remove = UnlessRevived.completion(new OnCompleteRemove<>());
        CompletionHandler<Void> again =
                UnlessRevived.completion((done, operations) -> operations.reschedule(done, clock.instant()));
        return Tasks.custom("train", Void.class)
                .onFailure(UnlessRevived.failure(new OnFailureRetryLater<>(RETRY)))
                .onDeadExecution(new ReviveDeadExecution<>())
                .execute((instance, context) -> runner.run(Ticket.parse(instance.getId())) ? remove : again);
    }

    /** A worker is a thread of the scheduler. */
    @Bean
    DbSchedulerCustomizer trainingWorkers(
            DbSchedulerProperties properties, TrainingProperties training, InstanceName name) {
        properties.setThreads(training.workers());
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(name);
            }

            @Override
            public Optional<ExecutorService> executorService() {
                return Optional.of(Executors.newFixedThreadPool(training.workers(), workers()));
            }
        };
    }

    /**
     * Threads that tell the log, not the console, why they could not take up a job, such as a database that is away.
     */
    private static ThreadFactory workers() {
        return new CustomizableThreadFactory("worker-") {
            @Override
            public Thread createThread(Runnable work) {
                Thread worker = super.createThread(work);
                worker.setUncaughtExceptionHandler((thread, thrown) ->
                        log.error("{} could not take up a job; it is tried again", thread.getName(), thrown));
                return worker;
            }
        };
    }
}
