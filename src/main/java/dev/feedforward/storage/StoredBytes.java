package dev.feedforward.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How much the database holds, in bytes. */
@Repository
class StoredBytes {

    /** Lengths alone are read, of values that the tables have outside of their rows. */
    private static final String BY_KIND = """
            select (select coalesce(sum(length(data)), 0) from dataset_chunk) as datasets,
                (select coalesce(sum(length(data)), 0) from cost_points) as histories,
                (select coalesce(sum(length(weights) + length(seen_rows)), 0) from model) as models,
                (select coalesce(sum(length(state)), 0) from checkpoint) as checkpoints
            """;

    private final JdbcClient jdbc;
    private final LongReads reads;

    StoredBytes(JdbcClient jdbc, LongReads reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /** Rows of data sets, cost histories, weights of models and checkpoints, by these words; without their indexes. */
    Map<String, Long> byKind() {
        return reads.read(
                () -> jdbc.sql(BY_KIND).query((row, number) -> byKind(row)).single());
    }

    private static Map<String, Long> byKind(ResultSet row) throws SQLException {
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (String kind : StorageUse.KINDS) {
            bytes.put(kind, row.getLong(kind));
        }
        return bytes;
    }

    /** The whole database, of a PostgreSQL. */
    long ofPostgres() {
        return reads.read(() -> jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single());
    }

    /**
     * The data sets that there are without the one of this name, which a new one replaces, and without those replaced
     * that no job needs any more. Uploads that are going on count.
     */
    Datasets datasetsBeside(String name) {
        return jdbc.sql("""
                        select count(distinct case when status = 'current' then id end) as names,
                            coalesce(sum(length(data)), 0) as bytes
                        from dataset left join dataset_chunk on dataset_id = id
                        where status in ('current', 'uploading') and not (status = 'current' and name = :name)
                            or status = 'replaced' and exists (
                                select 1 from job where job.dataset_id = dataset.id
                                    and job.status in ('queued', 'running', 'paused'))
                        """)
                .param("name", name)
                .query((row, number) -> new Datasets(row.getInt("names"), row.getLong("bytes")))
                .single();
    }

    /** So many data sets with names, and the bytes of all their rows. */
    record Datasets(int names, long bytes) {}
}
