package dev.feedforward.dataset.store;

import dev.feedforward.database.Checksum;
import dev.feedforward.database.Kept;
import dev.feedforward.database.StoredJson;
import dev.feedforward.database.fault.DamagedException;
import dev.feedforward.database.verification.StoredTable;
import dev.feedforward.database.verification.Verifiable;
import dev.feedforward.dataset.table.Chunk;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.MemoryRefusedException;
import dev.feedforward.memory.RequestMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Data sets in the database. */
@Repository
public class DatasetRepository implements Verifiable {

    private static final String COLUMNS = "id, name, status, created_at, definition, definition_sum";

    private final JdbcClient jdbc;
    private final StoredJson json;

    public DatasetRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<StoredTable> tables() {
        return List.of(
                new StoredTable(
                        "dataset",
                        List.of("id"),
                        List.of("definition"),
                        "",
                        DatasetRepository::kept,
                        // While it is uploaded it has none.
                        (row, number) -> row.getString("definition") == null ? row : dataset(row, number)),
                new StoredTable(
                        "dataset_chunk",
                        List.of("dataset_id", "number"),
                        List.of("data"),
                        "dataset_id as id, (select name from dataset where id = dataset_id) as name,"
                                + " (select status from dataset where id = dataset_id) as status,"
                                + " coalesce((select max(earlier.number) from dataset_chunk earlier"
                                + " where earlier.dataset_id = dataset_chunk.dataset_id"
                                + " and earlier.number < dataset_chunk.number), -1) as before",
                        DatasetRepository::kept,
                        DatasetRepository::verified));
    }

    private static Chunk verified(ResultSet row, int number) throws SQLException {
        if (row.getInt("number") != row.getInt("before") + 1) {
            throw kept(row, number).damaged("number", null);
        }
        return Chunk.decode(row.getBytes("data"));
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        return "current".equals(row.getString("status"))
                ? Dataset.kept(name)
                : Dataset.keptOfBefore(row.getLong("id"), name);
    }

    /** The data set that bears {@code name} now. */
    public Optional<Dataset> find(String name) {
        return jdbc.sql("select " + COLUMNS + " from dataset where name = :name and status = 'current'")
                .param("name", name)
                .query(this::dataset)
                .optional();
    }

    /** A data set by its id, whether it bears its name yet, still, or no more. */
    public Optional<Dataset> find(long id) {
        return jdbc.sql("select " + COLUMNS
                        + " from dataset where id = :id and definition is not null and status <> 'removed'")
                .param("id", id)
                .query(this::dataset)
                .optional();
    }

    /** The names that data sets bear now. */
    public List<String> names() {
        return jdbc.sql("select name from dataset where status = 'current' order by name")
                .query(String.class)
                .list();
    }

    /** What {@code made} makes of the data sets with ids below {@code before}, newest first: nothing large. */
    public <T> List<T> list(long before, int limit, Function<ListedDataset, T> made) {
        // A driver reads them all before the first is looked at.
        RequestMemory.require(jdbc.sql("""
                        select coalesce(sum(octet_length(definition)), 0) from (select definition from dataset
                        where id < :before and status = 'current' order by id desc limit :limit) read
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(Long.class)
                .single());
        return jdbc.sql("select " + COLUMNS + """
                         from dataset where id < :before and status = 'current' order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query((row, number) -> {
                    try (Reservation passing = RequestMemory.passing()) {
                        return made.apply(listed(row, number));
                    }
                })
                .list();
    }

    /** The id of the data set that bears {@code name} now. */
    public Optional<Long> findId(String name) {
        return jdbc.sql("select id from dataset where name = :name and status = 'current'")
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    /** Bytes of a data set's chunks together. */
    public long bytes(long id) {
        return jdbc.sql("select coalesce(sum(octet_length(data)), 0) from dataset_chunk where dataset_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** What {@code decoding} makes of one of a data set's chunks, counted from 0. */
    <T> Optional<T> chunk(Dataset dataset, int number, Function<byte[], T> decoding) {
        return jdbc.sql("""
                        select dataset.id, name, status, data, data_sum
                        from dataset_chunk join dataset on dataset.id = dataset_id
                        where dataset_id = :id and number = :number
                        """)
                .param("id", dataset.id())
                .param("number", number)
                .query((row, at) -> {
                    Kept kept = kept(row, at);
                    byte[] data = kept.bytes(row, "data");
                    return kept.decode("data", () -> decoding.apply(data));
                })
                .optional();
    }

    /**
     * Sees to it that a data set one of whose chunks is not there is gone, or going.
     *
     * @throws DamagedException if it is not
     */
    void requireGone(long id) {
        jdbc.sql("select id, name, status from dataset where id = :id and status <> 'removed'")
                .param("id", id)
                .query(DatasetRepository::kept)
                .optional()
                .ifPresent(kept -> {
                    throw kept.damaged("number", null);
                });
    }

    /** Begins a data set under a new id, by which nobody finds it before it is complete. */
    long begin(String name, long now) {
        return jdbc.sql("""
                        insert into dataset (name, status, created_at, touched_at)
                        values (:name, 'uploading', :now, :now) returning id
                        """)
                .param("name", name)
                .param("now", now)
                .query(Long.class)
                .single();
    }

    /** Adds a chunk of rows to a data set that is uploaded. */
    void addChunk(long id, int number, byte[] data, long now) {
        jdbc.sql("insert into dataset_chunk (dataset_id, number, data, data_sum) values (:id, :number, :data, :sum)")
                .param("id", id)
                .param("number", number)
                .param("data", data)
                .param("sum", Checksum.of(data))
                .update();
        touch(id, now);
    }

    /** Notes that an upload goes on. */
    void touch(long id, long now) {
        jdbc.sql("update dataset set touched_at = :now where id = :id")
                .param("now", now)
                .param("id", id)
                .update();
    }

    /** Says what a data set is, all of whose rows have come. Until it is published only its id finds it. */
    void complete(long id, DatasetDefinition definition, long now) {
        String told = json.write(definition);
        requireUploading(
                id,
                jdbc.sql("""
                                update dataset set definition = :definition, definition_sum = :sum, touched_at = :now
                                where id = :id and status = 'uploading'
                                """)
                        .param("definition", told)
                        .param("sum", Checksum.of(told))
                        .param("now", now)
                        .param("id", id)
                        .update());
    }

    /** Whether a data set has been begun and not been published. */
    boolean isUploading(long id) {
        return jdbc.sql("select 1 from dataset where id = :id and status = 'uploading'")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Gives a complete data set its name, and takes it from the one that had it. Call it in a transaction.
     *
     * @return whether there was one
     */
    boolean publish(long id, String name, long now) {
        int replaced = jdbc.sql("""
                        update dataset set status = 'replaced', touched_at = :now
                        where name = :name and status = 'current'
                        """).param("now", now).param("name", name).update();
        requireUploading(id, jdbc.sql("""
                        update dataset set status = 'current', created_at = :now, touched_at = :now
                        where id = :id and status = 'uploading' and definition is not null
                        """).param("now", now).param("id", id).update());
        return replaced > 0;
    }

    private static void requireUploading(long id, int updated) {
        if (updated == 0) {
            throw new IllegalStateException("The upload " + id + " was taken for dead and cleared away");
        }
    }

    /** The data sets that nobody finds by their names and no job needs. */
    List<NamelessDataset> nameless() {
        return jdbc.sql("""
                        select id, status, touched_at from dataset where status in ('uploading', 'removed')
                            or status = 'replaced' and not exists (
                                select 1 from job where job.dataset_id = dataset.id
                                    and job.status in ('queued', 'running', 'paused'))
                        """)
                .query((row, number) -> new NamelessDataset(
                        row.getLong("id"),
                        NamelessDataset.Why.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        row.getLong("touched_at")))
                .list();
    }

    /** Deletes a data set's rows, chunk by chunk, so that no transaction is long, and then the data set. */
    void discard(long id) {
        while (jdbc.sql("""
                        delete from dataset_chunk where dataset_id = :id and number in (
                            select number from dataset_chunk where dataset_id = :id order by number limit 8)
                        """).param("id", id).update() > 0) {
            // Each round is a transaction of its own, between which others can write.
        }
        jdbc.sql("delete from dataset where id = :id").param("id", id).update();
    }

    private Dataset dataset(ResultSet row, int number) throws SQLException {
        String name = row.getString("name");
        return new Dataset(
                row.getLong("id"),
                name,
                createdAt(row),
                json.read(row, "definition", DatasetDefinition.class, kept(row, number)));
    }

    private ListedDataset listed(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        String name = row.getString("name");
        try {
            return new ListedDataset(id, name, createdAt(row), dataset(row, number), null);
        } catch (DamagedException | MemoryRefusedException e) {
            return new ListedDataset(id, name, createdAt(row), null, e.problem());
        }
    }

    private static Instant createdAt(ResultSet row) throws SQLException {
        return Instant.ofEpochMilli(row.getLong("created_at"));
    }
}
