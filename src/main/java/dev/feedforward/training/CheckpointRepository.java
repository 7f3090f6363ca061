package dev.feedforward.training;

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
                        insert into checkpoint (job_id, iteration, state) values (:job, :iteration, :state)
                        on conflict (job_id) do update set iteration = excluded.iteration, state = excluded.state
                        """)
                .param("job", job)
                .param("iteration", checkpoint.iteration())
                .param("state", checkpoint.toBytes())
                .update();
    }

    Optional<Checkpoint> find(long job) {
        return jdbc.sql("select state from checkpoint where job_id = :job")
                .param("job", job)
                .query((row, number) -> Checkpoint.fromBytes(row.getBytes("state")))
                .optional();
    }

    void delete(long job) {
        jdbc.sql("delete from checkpoint where job_id = :job").param("job", job).update();
    }
}
