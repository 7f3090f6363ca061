package dev.feedforward.retention;

import dev.feedforward.dataset.store.DatasetUses;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.model.store.ModelUses;
import dev.feedforward.storage.LongReads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is more than is to be kept, and its end. Each is looked at once more when it is deleted, one in a transaction,
 * so that nobody waits for long and nothing goes that has come to be needed.
 */
@Repository
class RetentionRepository {

    private final JdbcClient jdbc;
    private final DatasetUses datasetUses;
    private final ModelUses modelUses;
    private final TransactionTemplate transactions;
    private final LongReads reads;

    RetentionRepository(
            JdbcClient jdbc,
            DatasetUses datasetUses,
            ModelUses modelUses,
            TransactionTemplate transactions,
            LongReads reads) {
        this.jdbc = jdbc;
        this.datasetUses = datasetUses;
        this.modelUses = modelUses;
        this.transactions = transactions;
        this.reads = reads;
    }

    /**
     * Takes the turn that one of the instances that share a database has.
     *
     * @param lasts how long none but who took it has it
     * @return whether it was there to take; one taken until later than that is of a clock that was ahead, and counts
     *     not
     */
    boolean takeTurn(Instant now, Duration lasts) {
        return jdbc.sql("""
                        insert into retention_turn (id, taken_until) values (1, :until)
                        on conflict (id) do update set taken_until = :until
                            where retention_turn.taken_until <= :now or retention_turn.taken_until > :latest
                        """)
                        .param("until", now.plus(lasts).toEpochMilli())
                        .param("now", now.toEpochMilli())
                        .param("latest", now.plus(lasts.multipliedBy(2)).toEpochMilli())
                        .update()
                == 1;
    }

    /** Ended jobs that are too old or too many, those that ended first before the others. */
    List<Long> surplusJobs(Keep keep, Instant now) {
        return reads.read(() -> jdbc.sql("""
                        select id from (
                            select id, coalesce(finished_at, created_at) as ended,
                                row_number() over (order by coalesce(finished_at, created_at) desc, id desc) as place
                            from job where status in ('succeeded', 'failed', 'cancelled')) as jobs
                        where (place > :most or ended < :oldest) and ended < :grace order by place desc
                        """)
                .param("most", keep.most())
                .param("oldest", keep.oldest(now))
                .param("grace", grace(now))
                .query(Long.class)
                .list());
    }

    /** Deletes an ended job with its history; answers whether it was there. */
    boolean deleteJob(long id) {
        return jdbc.sql("delete from job where id = :id and status in ('succeeded', 'failed', 'cancelled')")
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * Versions that are too old, or too many of their name, the oldest first. Never one that a job goes on from, nor
     * the one that is taken where only the name is said: the newest whose job did not fail.
     */
    List<ModelRef> surplusVersions(Keep keep, Instant now) {
        return reads.read(() -> jdbc.sql("""
                        select id, name, version from (
                            select id, name, version, created_at,
                                row_number() over (partition by name order by id desc) as place,
                                max(case when not failed then id else 0 end) over (partition by name) as newest
                            from model) as versions
                        where (place > :most or created_at < :oldest) and created_at < :grace and id <> newest
                            and not exists (
                                select 1 from job where from_model = name and from_version = version
                                    and status in ('queued', 'running', 'paused'))
                        order by id
                        """)
                .param("most", keep.most())
                .param("oldest", keep.oldest(now))
                .param("grace", grace(now))
                .query((row, number) -> new ModelRef(row.getString("name"), row.getInt("version")))
                .list());
    }

    /** Deletes one version of a model, unless a job goes on from it; answers whether it was deleted. */
    boolean deleteVersion(ModelRef version) {
        return within(() -> {
            modelUses.take(version.name());
            return modelUses.of(version.name(), version.version()).isEmpty()
                    && jdbc.sql("delete from model where name = :name and version = :version")
                                    .param("name", version.name())
                                    .param("version", version.version())
                                    .update()
                            == 1;
        });
    }

    /** Uploaded data sets that are too old or too many, and that no job needs; the one used longest ago first. */
    List<Long> surplusDatasets(Keep keep, Instant now) {
        return reads.read(() -> jdbc.sql("""
                        select id from (
                            select id, used, row_number() over (order by used desc, id desc) as place from (
                                select id, max(at) as used from (
                                    select id, created_at as at from dataset where status = 'current'
                                    union all
                                    select dataset_id, job.created_at from job
                                        join dataset on dataset.id = dataset_id and dataset.status = 'current') as uses
                                group by id) as used_last) as ranked
                        where (place > :most or used < :oldest) and used < :grace order by place desc
                        """)
                .param("most", keep.most())
                .param("oldest", keep.oldest(now))
                .param("grace", grace(now))
                .query(Long.class)
                .list());
    }

    /** Takes a data set away, unless a job needs it; answers whether it was taken. Its rows are cleared away later. */
    boolean removeDataset(long id, Instant now) {
        return within(() -> datasetUses.take(id)
                && datasetUses.remove(id, now.toEpochMilli()).isEmpty());
    }

    private boolean within(BooleanSupplier deletion) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> deletion.getAsBoolean()));
    }

    private static long grace(Instant now) {
        return now.minus(Keep.GRACE).toEpochMilli();
    }
}
