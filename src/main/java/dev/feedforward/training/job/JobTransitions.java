package dev.feedforward.training.job;

import dev.feedforward.database.Checksum;
import dev.feedforward.database.StoredJson;
import dev.feedforward.training.diagnosis.Warning;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How jobs in the database go from one status to the next. Each change is one statement with its condition in it, so
 * that of two who change a job at once one comes second; what a worker writes also needs its {@link Attempt} to be the
 * last.
 */
@Repository
public class JobTransitions {

    /** What a cancelled job tells of a training that had begun. */
    private static final Outcome CANCELLED = new Outcome("cancelled", null, null, List.of(), null);

    private final JdbcClient jdbc;
    private final StoredJson json;

    public JobTransitions(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A worker takes a job up, from its queue or from a worker that is dead; nothing where the ticket is worth none.
     */
    public Optional<Attempt> start(Ticket ticket, Instant now) {
        return jdbc.sql("""
                        update job set status = 'running', started_at = coalesce(started_at, :now), attempt = attempt + 1
                        where id = :id and ticket = :ticket and status in ('queued', 'running')
                        returning attempt
                        """)
                .param("id", ticket.job())
                .param("ticket", ticket.number())
                .param("now", now.toEpochMilli())
                .query(Integer.class)
                .optional()
                .map(attempt -> new Attempt(ticket.job(), attempt));
    }

    /** Pauses a job that has not ended; its worker, if it has one, may still write its last checkpoint. */
    public boolean pause(long id) {
        return jdbc.sql("update job set status = 'paused' where id = :id and status in ('queued', 'running')")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Queues a paused job again; answers its new ticket. */
    public Optional<Ticket> resume(long id, long turn) {
        return jdbc.sql("""
                        update job set status = 'queued', ticket = ticket + 1, turn = :turn
                        where id = :id and status = 'paused' returning ticket
                        """)
                .param("id", id)
                .param("turn", turn)
                .query(Integer.class)
                .optional()
                .map(number -> new Ticket(id, number));
    }

    /** Cancels a job that has not ended; its worker, if it has one, may still write how far it was. */
    @Transactional
    public boolean cancel(long id, Instant now) {
        String outcome = json.write(CANCELLED);
        boolean cancelled = jdbc.sql("""
                        update job set status = 'cancelled', finished_at = :now,
                            outcome = case when attempt > 0 then :outcome end,
                            outcome_sum = case when attempt > 0 then :sum end
                        where id = :id and status in ('queued', 'running', 'paused')
                        """)
                        .param("id", id)
                        .param("now", now.toEpochMilli())
                        .param("outcome", outcome)
                        .param("sum", Checksum.of(outcome))
                        .update()
                == 1;
        if (cancelled) {
            jdbc.sql("delete from checkpoint where job_id = :id")
                    .param("id", id)
                    .update();
        }
        return cancelled;
    }

    /** Takes note of how far a worker is; false if it is no longer the job's, or the job has ended. */
    public boolean progress(Attempt attempt, Reached reached) {
        return reached(attempt, reached, "status in ('queued', 'running', 'paused')");
    }

    /** Takes note of how far a worker was when its job was cancelled; false if it is no longer the job's. */
    public boolean progressOfCancelled(Attempt attempt, Reached reached) {
        return reached(attempt, reached, "status = 'cancelled'");
    }

    private boolean reached(Attempt attempt, Reached reached, String condition) {
        return jdbc.sql("update job set iteration = :iteration, cost = :cost, trained_nanos = :nanos"
                                + " where id = :id and attempt = :attempt and " + condition)
                        .param("id", attempt.job())
                        .param("attempt", attempt.number())
                        .param("iteration", reached.iteration())
                        .param("cost", reached.cost())
                        .param("nanos", reached.trained().toNanos())
                        .update()
                == 1;
    }

    /** A worker begins the job that it runs anew; false if it is no longer the worker's. */
    public boolean startAnew(Attempt attempt, List<Warning> warnings) {
        String outcome = json.write(new Outcome(null, null, null, warnings, null));
        return jdbc.sql("""
                        update job set iteration = 0, cost = null, trained_nanos = 0, outcome = :outcome, outcome_sum = :sum
                        where id = :id and attempt = :attempt and status = 'running'
                        """)
                        .param("id", attempt.job())
                        .param("attempt", attempt.number())
                        .param("outcome", outcome)
                        .param("sum", Checksum.of(outcome))
                        .update()
                == 1;
    }

    /** A worker gives a job that it runs back to the queue; false if it is no longer the worker's, or runs no more. */
    public boolean handBack(Attempt attempt) {
        return jdbc.sql("update job set status = 'queued' where id = :id and attempt = :attempt and status = 'running'")
                        .param("id", attempt.job())
                        .param("attempt", attempt.number())
                        .update()
                == 1;
    }

    /**
     * A worker ends the job that it runs; false if it is no longer the worker's, or runs no more.
     *
     * @param iteration corrections of the weights that were made
     * @param version of the model that came of it, or null for none
     */
    public boolean finish(
            Attempt attempt,
            JobStatus status,
            Instant now,
            long iteration,
            @Nullable Integer version,
            Outcome outcome) {
        String told = json.write(outcome.withTestOutputs(null));
        String outputs = json.writeOrNull(outcome.testOutputs());
        return jdbc.sql("""
                        update job set status = :status, finished_at = :now, iteration = :iteration,
                            model_version = :version, outcome = :outcome, test_outputs = :outputs,
                            outcome_sum = :outcomeSum, test_outputs_sum = :outputsSum
                        where id = :id and attempt = :attempt and status = 'running'
                        """)
                        .param("id", attempt.job())
                        .param("attempt", attempt.number())
                        .param("status", status.label())
                        .param("now", now.toEpochMilli())
                        .param("iteration", iteration)
                        .param("version", version)
                        .param("outcome", told)
                        .param("outcomeSum", Checksum.of(told))
                        .param("outputs", outputs)
                        .param("outputsSum", Checksum.of(outputs))
                        .update()
                == 1;
    }

    /** Deletes an ended job; false if it has not ended. */
    public boolean deleteEnded(long id) {
        return jdbc.sql("delete from job where id = :id and status in ('succeeded', 'failed', 'cancelled')")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Frees the tickets that an instance of this name held when it went down. */
    public void release(String instance) {
        jdbc.sql("""
                        update scheduled_tasks
                        set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                        where picked_by = :instance
                        """).param("instance", instance).update();
    }

    /**
     * Puts right what was written while a clock was ahead of {@code now}, the time of day: nothing is planned for
     * longer than {@code ahead}, and nobody has told that he lives later than now. Otherwise it would wait for as long
     * as the clock has gone back, and who is dead would not be found to be.
     */
    public void putRight(Instant now, Duration ahead) {
        List.of(
                        "execution_time = :now where picked = false and execution_time > :limit",
                        "last_heartbeat = :now where picked = true and last_heartbeat > :limit")
                .forEach(change -> jdbc.sql("update scheduled_tasks set " + change)
                        .param("now", Timestamp.from(now))
                        .param("limit", Timestamp.from(now.plus(ahead)))
                        .update());
    }

    /** Where jobs stand, and which attempt is their last; without those that are no more. */
    public Map<Long, Standing> standings(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, status, attempt from job where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> new Standing(
                        new Attempt(row.getLong("id"), row.getInt("attempt")), JobStatus.of(row.getString("status"))))
                .list()
                .stream()
                .collect(Collectors.toMap(standing -> standing.attempt().job(), Function.identity()));
    }

    /** Where a job stands. */
    public record Standing(Attempt attempt, JobStatus status) {}

    /**
     * How far a worker is.
     *
     * @param cost the mean absolute error at the last recorded point, or null before the first
     * @param trained the time spent on it
     */
    public record Reached(long iteration, @Nullable Double cost, Duration trained) {}
}
