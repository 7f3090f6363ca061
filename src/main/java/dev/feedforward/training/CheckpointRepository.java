package dev.feedforward.training;

import dev.feedforward.database.Checksum;
import dev.feedforward.database.Kept;
import dev.feedforward.nn.Checkpoint;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last checkpoint of every job that has not ended, in the database. */
@Repository
class CheckpointRepository {

    private final JdbcClient jdbc;

    CheckpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts a checkpoint in the place of the one before. */
    void save(long job, Checkpoint checkpoint) {
        jdbc.sql("""
                        insert into checkpoint (job_id, iteration, state, state_sum)
                        values (:job, :iteration, :state, :sum)
                        on conflict (job_id) do update set iteration = excluded.iteration,
                            state = excluded.state, state_sum = excluded.state_sum
                        """)
                .param("job", job)
                .param("iteration", checkpoint.iteration())
                .param("state", checkpoint.toBytes())
                .param("sum", Checksum.of(checkpoint.toBytes()))
                .update();
    }

    /**
     * The last checkpoint of a job.
     *
     * @throws dev.feedforward.database.DamagedException if it is damaged, or another version's
     */
    Optional<Checkpoint> find(long job) {
        Kept kept = new Kept(
                "The checkpoint of job " + job,
                "Resume the job, if it is paused: it then begins anew, curl -X POST {service}/jobs/%d/resume."
                        .formatted(job));
        return jdbc.sql("select state, state_sum from checkpoint where job_id = :job")
                .param("job", job)
                .query((row, number) -> {
                    byte[] state = kept.bytes(row, "state");
                    return kept.decode("state", () -> Checkpoint.fromBytes(state));
                })
                .optional();
    }

    void delete(long job) {
        jdbc.sql("delete from checkpoint where job_id = :job").param("job", job).update();
    }
}
