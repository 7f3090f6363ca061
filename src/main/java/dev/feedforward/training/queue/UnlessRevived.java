package dev.feedforward.training.queue;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import dev.feedforward.training.job.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a ticket away, or back, unless another instance took this one for dead and revived the ticket: then it is the
 * other's, and nothing is left to do here. The job itself is fenced by its {@link Attempt}.
 */
final class UnlessRevived {

    private static final Logger log = LoggerFactory.getLogger(UnlessRevived.class);

    private UnlessRevived() {}

    static <T> CompletionHandler<T> completion(CompletionHandler<T> handler) {
        return (done, operations) -> attempt(done.getExecution(), () -> handler.complete(done, operations));
    }

    static <T> FailureHandler<T> failure(FailureHandler<T> handler) {
        return (done, operations) -> attempt(done.getExecution(), () -> handler.onFailure(done, operations));
    }

    private static void attempt(Execution ticket, Runnable change) {
        try {
            change.run();
        } catch (ExecutionException e) {
            log.info("Ticket {} is another instance's by now: {}", ticket.taskInstance.getId(), e.getMessage());
        }
    }
}
