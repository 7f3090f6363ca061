package dev.feedforward.training;

import dev.feedforward.database.StoredJson;
import dev.feedforward.model.ModelRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs in the database: what was asked and how far it is. {@link JobTransitions} changes their status. */
@Repository
class JobRepository {

    private static final String COLUMNS =
            "id, status, model_name, model_version, created_at, started_at, finished_at, iterations, iteration, epoch_iterations, cost, outcome";

    private final JdbcClient jdbc;
    private final StoredJson json;

    JobRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Stores a new job, queued; answers its id, or nothing where the submission's key has been used before, or the data
     * set is gone.
     */
    Optional<Long> insert(Recipe recipe, Submission submission, long turn) {
        return jdbc.sql("""
                        insert into job (status, model_name, created_at, iterations, epoch_iterations,
                            client, turn, idempotency_key, body_digest, dataset_id, request)
                        select 'queued', :name, :now, :iterations, :epoch, :client, :turn, :key, :digest,
                            cast(:dataset as bigint), :request
                        where cast(:dataset as bigint) is null or exists (
                            select 1 from dataset where id = :dataset and status <> 'removed')
                        on conflict (idempotency_key) do nothing returning id
                        """)
                .param("name", recipe.name())
                .param("now", submission.at().toEpochMilli())
                .param("iterations", recipe.settings().iterations())
                .param("epoch", recipe.iterationsAnEpoch())
                .param("client", submission.client())
                .param("turn", turn)
                .param("key", submission.idempotencyKey())
                .param("digest", submission.bodyDigest())
                .param(
                        "dataset",
                        recipe.dataset() == null ? null : recipe.dataset().id())
                .param("request", json.write(recipe))
                .query(Long.class)
                .optional();
    }

    /** The job that was asked for with this key. */
    Optional<Earlier> findByKey(String idempotencyKey) {
        return jdbc.sql("select id, body_digest from job where idempotency_key = :key")
                .param("key", idempotencyKey)
                .query((row, number) -> new Earlier(row.getLong("id"), row.getString("body_digest")))
                .optional();
    }

    /** A job that was asked for with a key, and the digest of the body that came with it. */
    record Earlier(long job, String bodyDigest) {}

    /**
     * The turn of {@code client}'s next job. Each client's jobs have turns of their own, one after the other, none
     * before that of the job that was taken up last: so clients take turns, and one who comes late begins with those
     * who wait (start-time fair queueing: Goyal, Vin and Cheng, 1997).
     */
    long nextTurn(String client) {
        return jdbc.sql("""
                        select coalesce(max(turn), 0) from (
                            select max(turn) as turn from job where started_at is not null
                            union all
                            select max(turn) + 1 from job where client = :client) turns
                        """).param("client", client).query(Long.class).single();
    }

    /** The turn that a job of before has when it is queued again: that of its client's next one. */
    long nextTurnOfResumed(long id) {
        return jdbc.sql("select client from job where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(this::nextTurn)
                .orElse(0L);
    }

    /** Jobs that wait to be taken up: all of them. */
    int countQueued() {
        return jdbc.sql("select count(*) from job where status = 'queued'")
                .query(Integer.class)
                .single();
    }

    /** Jobs of {@code client} that wait to be taken up. */
    int countQueued(String client) {
        return jdbc.sql("select count(*) from job where client = :client and status = 'queued'")
                .param("client", client)
                .query(Integer.class)
                .single();
    }

    Optional<Job> find(long id) {
        return jdbc.sql("select " + COLUMNS + ", test_outputs from job where id = :id")
                .param("id", id)
                .query((row, number) -> job(row, whole(row)))
                .optional();
    }

    /** The jobs with ids below {@code before}, newest first, without what their networks answer to each test row. */
    List<Job> list(long before, int limit) {
        return jdbc.sql("select " + COLUMNS + " from job where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> job(row, outcome(row).inList()))
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

    /** The same; nothing if there is no such job. */
    Optional<Recipe> findRecipe(long id) {
        return jdbc.sql("select request from job where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(stored -> json.read(stored, Recipe.class));
    }

    /** The id of the job that trained a model. */
    Optional<Long> findTrainer(ModelRef model) {
        return jdbc.sql("select id from job where model_name = :name and model_version = :version")
                .param("name", model.name())
                .param("version", model.version())
                .query(Long.class)
                .optional();
    }

    /** How long the job has trained up to its last checkpoint. */
    Duration trained(long id) {
        return jdbc.sql("select trained_nanos from job where id = :id")
                .param("id", id)
                .query((row, number) -> Duration.ofNanos(row.getLong("trained_nanos")))
                .single();
    }

    private Outcome whole(ResultSet row) throws SQLException {
        String outputs = row.getString("test_outputs");
        Outcome outcome = outcome(row);
        return outputs == null ? outcome : outcome.withTestOutputs(json.read(outputs, double[][].class));
    }

    private Outcome outcome(ResultSet row) throws SQLException {
        String stored = row.getString("outcome");
        return stored == null ? Outcome.NONE : json.read(stored, Outcome.class);
    }

    private static Job job(ResultSet row, Outcome outcome) throws SQLException {
        JobStatus status = JobStatus.of(row.getString("status"));
        return new Job(
                row.getLong("id"),
                status,
                new JobModel(row.getString("model_name"), version(row)),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                Progress.of(
                        status, row.getLong("iteration"), row.getLong("iterations"), row.getLong("epoch_iterations")),
                outcome.cost() == null ? cost(row) : outcome.cost(),
                outcome.stoppedBecause(),
                outcome.result(),
                outcome.warnings(),
                outcome.problem());
    }

    private static @Nullable Double cost(ResultSet row) throws SQLException {
        double cost = row.getDouble("cost");
        return row.wasNull() ? null : cost;
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
