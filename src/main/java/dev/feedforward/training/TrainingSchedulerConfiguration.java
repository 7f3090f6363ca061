package dev.feedforward.training;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler.ReviveDeadExecution;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** How db-scheduler runs the jobs. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TrainingSchedulerConfiguration {

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
        };
    }
}
