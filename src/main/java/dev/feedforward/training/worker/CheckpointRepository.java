package dev.feedforward.training.worker;

import dev.feedforward.database.Checksum;
import dev.feedforward.database.Kept;
import dev.feedforward.database.verification.StoredTable;
import dev.feedforward.database.verification.Verifiable;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.nn.training.Checkpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last checkpoint of every job that has not ended, in the database. */
@Repository
public class CheckpointRepository implements Verifiable {

    private final JdbcClient jdbc;

    public CheckpointRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredTable> tables() {
        return List.of(new StoredTable(
                "checkpoint",
                List.of("job_id"),
                List.of("state"),
                "",
                (row, number) -> kept(row.getLong("job_id")),
                this::checkpoint));
    }

    /** Puts a checkpoint in the place of the one before. */
    public void save(long job, Checkpoint checkpoint) {
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
     * @throws dev.feedforward.database.fault.DamagedException if it is damaged, or another version's
     */
    public Optional<Checkpoint> find(long job) {
        RequestMemory.require(
                jdbc.sql("select coalesce(sum(octet_length(state)), 0) from checkpoint where job_id = :job")
                        .param("job", job)
                        .query(Long.class)
                        .single());
        return jdbc.sql("select job_id, state, state_sum from checkpoint where job_id = :job")
                .param("job", job)
                .query(this::checkpoint)
                .optional();
    }

    private Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        Kept kept = kept(row.getLong("job_id"));
        byte[] state = kept.bytes(row, "state");
        return kept.decode("state", () -> Checkpoint.fromBytes(state));
    }

    private static Kept kept(long job) {
        return new Kept(
                "The checkpoint of job " + job,
                "Resume the job, if it is paused: it then begins anew, curl -X POST {service}/jobs/%d/resume."
                        .formatted(job));
    }

    void delete(long job) {
        jdbc.sql("delete from checkpoint where job_id = :job").param("job", job).update();
    }
}
