package dev.feedforward.training.job;

import dev.feedforward.database.Checksum;
import dev.feedforward.database.Kept;
import dev.feedforward.database.StoredJson;
import dev.feedforward.database.fault.DamagedException;
import dev.feedforward.database.verification.StoredTable;
import dev.feedforward.database.verification.Verifiable;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.MemoryRefusedException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.training.diagnosis.Warning;
import dev.feedforward.training.recipe.Recipe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs in the database: what was asked and how far it is. {@link JobTransitions} changes their status. */
@Repository
public class JobRepository implements Verifiable {

    private static final String COLUMNS =
            "id, status, model_name, model_version, created_at, started_at, finished_at, iterations, iteration, epoch_iterations, cost, outcome, outcome_sum";

    private final JdbcClient jdbc;
    private final StoredJson json;

    public JobRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<StoredTable> tables() {
        return List.of(new StoredTable(
                "job",
                List.of("id"),
                List.of("request", "outcome", "test_outputs"),
                "",
                (row, number) -> kept(row),
                (row, number) -> List.of(recipe(row), job(row, whole(row)))));
    }

    /** Stores a new job, queued; answers its id, or nothing where the submission's key has been used before. */
    public Optional<Long> insert(Recipe recipe, Submission submission, long turn) {
        String request = json.write(recipe);
        return jdbc.sql("""
                        insert into job (status, model_name, created_at, iterations, epoch_iterations,
                            client, turn, idempotency_key, body_digest, dataset_id, from_model, from_version, request,
                            request_sum)
                        values ('queued', :name, :now, :iterations, :epoch, :client, :turn, :key, :digest,
                            :dataset, :fromModel, :fromVersion, :request, :requestSum)
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
                .param("dataset", recipe.datasetId(), Types.BIGINT)
                .param("fromModel", recipe.from() == null ? null : recipe.from().name())
                .param(
                        "fromVersion",
                        recipe.from() == null ? null : recipe.from().version(),
                        Types.INTEGER)
                .param("request", request)
                .param("requestSum", Checksum.of(request))
                .query(Long.class)
                .optional();
    }

    /** The job that was asked for with this key. */
    public Optional<Earlier> findByKey(String idempotencyKey) {
        return jdbc.sql("select id, body_digest from job where idempotency_key = :key")
                .param("key", idempotencyKey)
                .query((row, number) -> new Earlier(row.getLong("id"), row.getString("body_digest")))
                .optional();
    }

    /** A job that was asked for with a key, and the digest of the body that came with it. */
    public record Earlier(long job, String bodyDigest) {}

    /**
     * The turn of {@code client}'s next job. Each client's jobs have turns of their own, one after the other, none
     * before that of the job that was taken up last: so clients take turns, and one who comes late begins with those
     * who wait (start-time fair queueing: Goyal, Vin and Cheng, 1997).
     */
    public long nextTurn(String client) {
        return jdbc.sql("""
                        select coalesce(max(turn), 0) from (
                            select max(turn) as turn from job where started_at is not null
                            union all
                            select max(turn) + 1 from job where client = :client) turns
                        """).param("client", client).query(Long.class).single();
    }

    /** The turn that a job of before has when it is queued again: that of its client's next one. */
    public long nextTurnOfResumed(long id) {
        return jdbc.sql("select client from job where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(this::nextTurn)
                .orElse(0L);
    }

    /** Jobs that wait to be taken up: all of them. */
    public int countQueued() {
        return jdbc.sql("select count(*) from job where status = 'queued'")
                .query(Integer.class)
                .single();
    }

    /** Jobs of {@code client} that wait to be taken up. */
    public int countQueued(String client) {
        return jdbc.sql("select count(*) from job where client = :client and status = 'queued'")
                .param("client", client)
                .query(Integer.class)
                .single();
    }

    public Optional<Job> find(long id) {
        requireBytes(
                "coalesce(octet_length(outcome), 0) + coalesce(octet_length(test_outputs), 0) as bytes", id + 1, 1);
        return jdbc.sql("select " + COLUMNS + ", test_outputs, test_outputs_sum from job where id = :id")
                .param("id", id)
                .query((row, number) -> job(row, whole(row)))
                .optional();
    }

    /**
     * The jobs with ids below {@code before}, newest first, without what their networks answer to each test row. Where
     * it is damaged how one ended, it has that for a problem.
     */
    public List<Job> list(long before, int limit) {
        requireBytes("coalesce(octet_length(outcome), 0) as bytes", before, limit);
        return jdbc.sql("select " + COLUMNS + " from job where id < :before order by id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> job(row, listed(row)))
                .list();
    }

    /** Reserves memory for what a driver reads of so many jobs before the first of them is looked at. */
    private void requireBytes(String bytes, long before, int limit) {
        RequestMemory.require(jdbc.sql("select coalesce(sum(bytes), 0) from (select " + bytes + """
                         from job where id < :before order by id desc limit :limit) read
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(Long.class)
                .single());
    }

    /** What the job's owner is to know of how it has run so far. */
    public List<Warning> warnings(long id) {
        return list(id + 1, 1).stream()
                .filter(job -> job.id() == id)
                .flatMap(job -> job.warnings().stream())
                .toList();
    }

    /** The job that was asked for last. */
    Optional<Job> findNewest() {
        return list(Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** Bytes of the request that the job keeps; 0 if there is no such job. */
    public long requestBytes(long id) {
        return jdbc.sql("select octet_length(request) from job where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** What the job was asked to do. */
    public Recipe recipe(long id) {
        return findRecipe(id).orElseThrow(() -> new EmptyResultDataAccessException(1));
    }

    /** The same; nothing if there is no such job. */
    public Optional<Recipe> findRecipe(long id) {
        RequestMemory.require(StoredJson.readingBytes(requestBytes(id)));
        return jdbc.sql("select id, request, request_sum from job where id = :id")
                .param("id", id)
                .query((row, number) -> recipe(row))
                .optional();
    }

    /** The id of the job that trained a model. */
    public Optional<Long> findTrainer(ModelRef model) {
        return jdbc.sql("select id from job where model_name = :name and model_version = :version")
                .param("name", model.name())
                .param("version", model.version())
                .query(Long.class)
                .optional();
    }

    /** The ids of the job that trained a model, and of the data set that this names; empty where they are gone. */
    public String rowsPlace(ModelRef model) {
        return jdbc.sql("select id, dataset_id from job where model_name = :name and model_version = :version")
                .param("name", model.name())
                .param("version", model.version())
                .query((row, number) -> row.getLong("id") + " " + row.getString("dataset_id"))
                .optional()
                .orElse("");
    }

    /** How long the job has trained up to its last checkpoint. */
    public Duration trained(long id) {
        return jdbc.sql("select trained_nanos from job where id = :id")
                .param("id", id)
                .query((row, number) -> Duration.ofNanos(row.getLong("trained_nanos")))
                .single();
    }

    private Recipe recipe(ResultSet row) throws SQLException {
        return json.read(row, "request", Recipe.class, kept(row));
    }

    private Outcome whole(ResultSet row) throws SQLException {
        double[][] outputs = json.readOrNull(row, "test_outputs", double[][].class, kept(row));
        Outcome outcome = outcome(row);
        return outputs == null ? outcome : outcome.withTestOutputs(outputs);
    }

    private Outcome outcome(ResultSet row) throws SQLException {
        Outcome stored = json.readOrNull(row, "outcome", Outcome.class, kept(row));
        return stored == null ? Outcome.NONE : stored;
    }

    private Outcome listed(ResultSet row) throws SQLException {
        try (Reservation passing = RequestMemory.passing()) {
            return outcome(row).inList();
        } catch (DamagedException | MemoryRefusedException e) {
            return new Outcome(null, null, null, List.of(), e.problem());
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Kept(
                "Job " + id,
                ("Delete it: curl -X DELETE {service}/jobs/%1$d, after curl -X POST {service}/jobs/%1$d/cancel if it has not"
                                + " ended.")
                        .formatted(id));
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
