package dev.feedforward.dataset;

import dev.feedforward.database.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Data sets in the database. */
@Repository
class DatasetRepository {

    private static final String COLUMNS = "id, name, created_at, definition";

    private final JdbcClient jdbc;
    private final StoredJson json;

    DatasetRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The data set that bears {@code name} now. */
    Optional<Dataset> find(String name) {
        return jdbc.sql("select " + COLUMNS + " from dataset where name = :name and status = 'current'")
                .param("name", name)
                .query(this::dataset)
                .optional();
    }

    /** A data set by its id, be it replaced by now. */
    Optional<Dataset> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from dataset where id = :id and status in ('current', 'replaced')")
                .param("id", id)
                .query(this::dataset)
                .optional();
    }

    /** The names that data sets bear now. */
    List<String> names() {
        return jdbc.sql("select name from dataset where status = 'current' order by name")
                .query(String.class)
                .list();
    }

    /** The data sets with ids below {@code before}, newest first. */
    List<Dataset> list(long before, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from dataset where id < :before and status = 'current' order by id desc limit :limit
                        """)
                .param("before", before)
                .param("limit", limit)
                .query(this::dataset)
                .list();
    }

    /** One of a data set's chunks, counted from 0. */
    Optional<byte[]> chunk(long id, int number) {
        return jdbc.sql("select data from dataset_chunk where dataset_id = :id and number = :number")
                .param("id", id)
                .param("number", number)
                .query((row, at) -> row.getBytes("data"))
                .optional();
    }

    private Dataset dataset(ResultSet row, int number) throws SQLException {
        return new Dataset(
                row.getLong("id"),
                row.getString("name"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                json.read(row.getString("definition"), DatasetDefinition.class));
    }
}
