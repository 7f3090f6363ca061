package dev.feedforward.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.TestDatabase;
import dev.feedforward.dataset.store.DatasetUses;
import dev.feedforward.model.store.ModelUses;
import dev.feedforward.storage.TestReads;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is deleted by itself, on every database. */
abstract class RetentionTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private JdbcClient jdbc;
    private RetentionRepository repository;
    private MeterRegistry meters;

    /** A database with the service's tables and nothing in them. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        DataSource database = database();
        jdbc = JdbcClient.create(database);
        repository = new RetentionRepository(
                jdbc,
                new DatasetUses(jdbc),
                new ModelUses(jdbc),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                TestReads.of(database));
        meters = new SimpleMeterRegistry();
    }

    @Test
    void keepsEverythingWhereNothingIsSaid() {
        job("succeeded", daysAgo(9_000));
        version("m", 1, daysAgo(9_000), false);
        dataset("d", daysAgo(9_000));

        sweep("all", "all", "all");

        assertThat(ids("job")).hasSize(1);
        assertThat(ids("model")).hasSize(1);
        assertThat(currentDatasets()).hasSize(1);
    }

    @Test
    void deletesEndedJobsThatAreTooOldWithAllThatIsTheirs() {
        long old = job("failed", daysAgo(31));
        long young = job("cancelled", daysAgo(29));
        for (long id : List.of(old, young)) {
            jdbc.sql("update job set idempotency_key = 'key-' || id").update();
            jdbc.sql("insert into cost_points (job_id, first_point, last_iteration, data) values (:id, 0, 1, :data)")
                    .param("id", id)
                    .param("data", new byte[32])
                    .update();
            jdbc.sql("insert into checkpoint (job_id, iteration, state) values (:id, 1, :data)")
                    .param("id", id)
                    .param("data", new byte[32])
                    .update();
        }

        sweep("30d", "all", "all");

        assertThat(ids("job")).containsExactly(young);
        assertThat(ids("cost_points", "job_id")).containsExactly(young);
        assertThat(ids("checkpoint", "job_id")).containsExactly(young);
        assertThat(deleted("jobs")).isEqualTo(1);
    }

    @Test
    void keepsTheJobsThatEndedLast() {
        long first = job("succeeded", daysAgo(1));
        long second = job("succeeded", daysAgo(3));
        long third = job("succeeded", daysAgo(2));

        sweep("2", "all", "all");

        assertThat(ids("job")).containsExactly(first, third).doesNotContain(second);
    }

    @Test
    void deletesWhatIsTooOldOrTooMany() {
        long newest = job("succeeded", daysAgo(1));
        job("succeeded", daysAgo(2));
        job("succeeded", daysAgo(40));

        sweep("30d,1", "all", "all");

        assertThat(ids("job")).containsExactly(newest);
        assertThat(deleted("jobs")).isEqualTo(2);
    }

    @Test
    void neverTouchesJobsThatHaveNotEndedAndDoesNotCountThem() {
        List<Long> waiting = List.of(job("queued", null), job("running", null), job("paused", null));
        long ended = job("succeeded", daysAgo(1));

        sweep("1", "all", "all");
        assertThat(ids("job")).hasSize(4).contains(ended);

        sweep("1h,1", "all", "all");
        assertThat(ids("job")).containsExactlyElementsOf(waiting);
    }

    @Test
    void leavesWhatHasJustEndedToThoseWhoWaitForIt() {
        for (int i = 0; i < 3; i++) {
            job("succeeded", NOON.minusSeconds(599));
            version("m", i + 1, NOON.minusSeconds(599), false);
            dataset("d" + i, NOON.minusSeconds(599));
        }

        sweep("1", "1", "1");

        assertThat(ids("job")).hasSize(3);
        assertThat(ids("model")).hasSize(3);
        assertThat(currentDatasets()).hasSize(3);
    }

    @Test
    void keepsTheNewestVersionsOfEachName() {
        version("a", 1, daysAgo(3), false);
        long second = version("a", 2, daysAgo(2), false);
        long third = version("a", 3, daysAgo(1), false);
        long other = version("b", 1, daysAgo(9), false);

        sweep("all", "2", "all");

        assertThat(ids("model")).containsExactly(second, third, other);
        assertThat(deleted("versions")).isEqualTo(1);
    }

    @Test
    void keepsTheVersionThatIsTakenByDefaultHoweverOldItIs() {
        version("a", 1, daysAgo(90), false);
        long taken = version("a", 2, daysAgo(80), false);
        version("a", 3, daysAgo(70), true);
        long failedLately = version("a", 4, daysAgo(1), true);
        version("only-failed", 1, daysAgo(70), true);

        sweep("all", "30d,1", "all");

        assertThat(ids("model")).containsExactly(taken, failedLately);
    }

    @Test
    void keepsTheVersionThatAWaitingJobGoesOnFrom() {
        long start = version("a", 1, daysAgo(9), false);
        version("a", 2, daysAgo(8), false);
        long newest = version("a", 3, daysAgo(7), false);
        long waiting = job("paused", null);
        jdbc.sql("update job set from_model = 'a', from_version = 1 where id = :id")
                .param("id", waiting)
                .update();

        sweep("all", "1", "all");
        assertThat(ids("model")).containsExactly(start, newest);

        jdbc.sql("update job set status = 'cancelled'").update();
        sweep("all", "1", "all");
        assertThat(ids("model")).containsExactly(newest);
    }

    @Test
    void keepsTheModelOfADeletedJob() {
        long model = version("m", 1, daysAgo(40), false);
        job("succeeded", daysAgo(40));

        sweep("30d", "all", "all");

        assertThat(ids("job")).isEmpty();
        assertThat(ids("model")).containsExactly(model);
    }

    @Test
    void takesAwayDataSetsThatNobodyHasUsedForLong() {
        long unused = dataset("unused", daysAgo(40));
        long trained = dataset("trained", daysAgo(40));
        long needed = dataset("needed", daysAgo(40));
        long young = dataset("young", daysAgo(1));
        use(job("succeeded", daysAgo(2)), trained);
        use(job("paused", null), needed);

        sweep("all", "all", "30d");

        assertThat(currentDatasets()).containsExactly(trained, needed, young).doesNotContain(unused);
        assertThat(deleted("datasets")).isEqualTo(1);
    }

    @Test
    void keepsTheDataSetsThatWereUsedLast() {
        long trained = dataset("trained", daysAgo(40));
        dataset("unused", daysAgo(30));
        long young = dataset("young", daysAgo(3));
        use(job("succeeded", daysAgo(2)), trained);

        sweep("all", "all", "2");

        assertThat(currentDatasets()).containsExactly(trained, young);
    }

    @Test
    void doesNotCountReplacedOrUnfinishedUploads() {
        long kept = dataset("kept", daysAgo(3));
        jdbc.sql("update dataset set status = 'uploading' where id = " + dataset("later", daysAgo(1)))
                .update();

        sweep("all", "all", "1");

        assertThat(currentDatasets()).containsExactly(kept);
    }

    @Test
    void letsOneOfSeveralInstancesDoIt() {
        Duration hour = Duration.ofHours(1);

        assertThat(repository.takeTurn(NOON, hour)).isTrue();
        assertThat(repository.takeTurn(NOON, hour)).isFalse();
        assertThat(repository.takeTurn(NOON.plusSeconds(3_599), hour)).isFalse();
        assertThat(repository.takeTurn(NOON.plus(hour), hour)).isTrue();
        assertThat(repository.takeTurn(NOON, hour)).isFalse();
        assertThat(repository.takeTurn(NOON.minus(hour), hour))
                .describedAs("taken by a clock that was ahead")
                .isTrue();
    }

    @Test
    void leavesItToTheInstanceWhoseTurnItIs() {
        job("succeeded", daysAgo(40));
        retention("30d", "all", "all", true, NOON).sweep();
        job("succeeded", daysAgo(40));

        retention("30d", "all", "all", true, NOON.plusSeconds(60)).sweep();
        assertThat(ids("job")).hasSize(1);

        retention("30d", "all", "all", true, NOON.plusSeconds(3_600)).sweep();
        assertThat(ids("job")).isEmpty();
    }

    private void sweep(String jobs, String versions, String datasets) {
        retention(jobs, versions, datasets, false, NOON).sweep();
    }

    private Retention retention(String jobs, String versions, String datasets, boolean shared, Instant now) {
        return new Retention(
                repository,
                new KeepProperties(Keep.parse(jobs), Keep.parse(versions), Keep.parse(datasets)),
                Clock.fixed(now, ZoneOffset.UTC),
                TestDatabase.sharing(shared),
                meters);
    }

    private static Instant daysAgo(int days) {
        return NOON.minus(Duration.ofDays(days));
    }

    private double deleted(String kind) {
        return meters.get("feedforward.retention.deleted")
                .tag("kind", kind)
                .counter()
                .count();
    }

    private List<Long> ids(String table) {
        return ids(table, "id");
    }

    private List<Long> ids(String table, String column) {
        return jdbc.sql("select " + column + " from " + table + " order by " + column)
                .query(Long.class)
                .list();
    }

    private List<Long> currentDatasets() {
        return jdbc.sql("select id from dataset where status = 'current' order by id")
                .query(Long.class)
                .list();
    }

    /** A job that was asked for when it ended, or yesterday. */
    private long job(String status, @Nullable Instant finished) {
        Instant created = finished == null ? daysAgo(1) : finished;
        return jdbc.sql("""
                        insert into job (status, model_name, created_at, finished_at, iterations, epoch_iterations,
                            client, turn, body_digest, request)
                        values (:status, 'm', :created, :finished, 1, 1, 'c', 1, '', '{"from":null}') returning id
                        """)
                .param("status", status)
                .param("created", created.toEpochMilli())
                .param("finished", finished == null ? null : finished.toEpochMilli(), Types.BIGINT)
                .query(Long.class)
                .single();
    }

    private long version(String name, int version, Instant created, boolean failed) {
        jdbc.sql("insert into model_name values (:name, 1) on conflict do nothing")
                .param("name", name)
                .update();
        return jdbc.sql("""
                        insert into model (name, version, created_at, definition, weights, seen_rows, failed)
                        values (:name, :version, :created, '{}', :none, :none, :failed) returning id
                        """)
                .param("name", name)
                .param("version", version)
                .param("created", created.toEpochMilli())
                .param("none", new byte[0])
                .param("failed", failed)
                .query(Long.class)
                .single();
    }

    private long dataset(String name, Instant created) {
        return jdbc.sql("""
                        insert into dataset (name, status, created_at, touched_at, definition)
                        values (:name, 'current', :created, :created, '{}') returning id
                        """)
                .param("name", name)
                .param("created", created.toEpochMilli())
                .query(Long.class)
                .single();
    }

    private void use(long job, long dataset) {
        jdbc.sql("update job set dataset_id = :dataset where id = :job")
                .param("dataset", dataset)
                .param("job", job)
                .update();
    }
}
