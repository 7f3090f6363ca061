package dev.feedforward.training;

import dev.feedforward.database.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs in the database. Every change of status is conditional on the status before. */
@Repository
class JobRepository {

    private static final String COLUMNS =
            "id, status, model_name, model_version, created_at, started_at, finished_at, iterations, iteration, epoch_iterations, outcome";

    private final JdbcClient jdbc;
    private final StoredJson json;

    JobRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Stores a new job, queued; answers its id. */
    long insert(Recipe recipe, Instant now) {
        return jdbc.sql("""
                        insert into job (status, model_name, created_at, iterations, epoch_iterations, request)
                        values ('queued', :name, :now, :iterations, :epoch, :request) returning id
                        """)
                .param("name", recipe.name())
                .param("now", now.toEpochMilli())
                .param("iterations", recipe.settings().iterations())
                .param("epoch", recipe.iterationsAnEpoch())
                .param("request", json.write(recipe))
                .query(Long.class)
                .single();
    }

    Optional<Job> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from job where id = :id")
                .param("id", id)
                .query(this::job)
                .optional();
    }

    /** The jobs with ids below {@code before}, newest first. */
    List<Job> list(long before, int limit) {
        return jdbc.sql("select " + COLUMNS + " from job where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query(this::job)
                .list();
    }

    /** The job that was asked for last. */
    Optional<Job> findNewest() {
        return list(Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** What the job was asked to do. */
    Recipe recipe(long id) {
        String stored = jdbc.sql("select request from job where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        return json.read(stored, Recipe.class);
    }

    /** The jobs that have not ended, oldest first. */
    List<Long> findUnfinished() {
        return jdbc.sql("select id from job where status in ('queued', 'running') order by id")
                .query(Long.class)
                .list();
    }

    /** Marks a job as running: a queued one, or one that ran when the service went down; false if it has ended. */
    boolean start(long id, Instant now) {
        return jdbc.sql("""
                        update job set status = 'running', started_at = :now
                        where id = :id and status in ('queued', 'running')
                        """).param("id", id).param("now", now.toEpochMilli()).update() == 1;
    }

    /** Cancels a queued job; false if it is not queued. */
    boolean cancelQueued(long id, Instant now) {
        return jdbc.sql("update job set status = 'cancelled', finished_at = :now where id = :id and status = 'queued'")
                        .param("id", id)
                        .param("now", now.toEpochMilli())
                        .update()
                == 1;
    }

    /**
     * Ends a running job; false if it is not running.
     *
     * @param iteration corrections of the weights that were made
     * @param version of the model that came of it, or null for none
     */
    boolean finish(long id, JobStatus status, Instant now, long iteration, @Nullable Integer version, Outcome outcome) {
        return jdbc.sql("""
                        update job set status = :status, finished_at = :now, iteration = :iteration,
                            model_version = :version, outcome = :outcome
                        where id = :id and status = 'running'
                        """)
                        .param("id", id)
                        .param("status", status.name().toLowerCase(Locale.ROOT))
                        .param("now", now.toEpochMilli())
                        .param("iteration", iteration)
                        .param("version", version)
                        .param("outcome", json.write(outcome))
                        .update()
                == 1;
    }

    /** Deletes an ended job; false if it has not ended. */
    boolean deleteEnded(long id) {
        return jdbc.sql("delete from job where id = :id and status not in ('queued', 'running')")
                        .param("id", id)
                        .update()
                == 1;
    }

    private Job job(ResultSet row, int number) throws SQLException {
        JobStatus status = JobStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
        String stored = row.getString("outcome");
        Outcome outcome = stored == null ? Outcome.NONE : json.read(stored, Outcome.class);
        return new Job(
                row.getLong("id"),
                status,
                new JobModel(row.getString("model_name"), version(row)),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                Progress.of(
                        status, row.getLong("iteration"), row.getLong("iterations"), row.getLong("epoch_iterations")),
                outcome.cost(),
                outcome.stoppedBecause(),
                outcome.result(),
                outcome.warnings(),
                outcome.problem());
    }

    private static @Nullable Integer version(ResultSet row) throws SQLException {
        int version = row.getInt("model_version");
        return row.wasNull() ? null : version;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
