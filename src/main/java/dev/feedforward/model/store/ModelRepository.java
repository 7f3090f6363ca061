package dev.feedforward.model.store;

import dev.feedforward.database.Checksum;
import dev.feedforward.database.Kept;
import dev.feedforward.database.StoredJson;
import dev.feedforward.database.fault.DamagedException;
import dev.feedforward.database.verification.StoredTable;
import dev.feedforward.database.verification.Verifiable;
import dev.feedforward.dataset.table.Fingerprint;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.MemoryRefusedException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Models in the database. */
@Repository
public class ModelRepository implements Verifiable {

    /**
     * How often a model's bytes are in memory while it is loaded: as they come, by two digits each from a server,
     * copied, and as numbers.
     */
    private static final int LOADED = 4;

    private final JdbcClient jdbc;
    private final StoredJson json;

    ModelRepository(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<StoredTable> tables() {
        return List.of(new StoredTable(
                "model",
                List.of("id"),
                List.of("definition", "test_outputs", "weights", "seen_rows"),
                "",
                (row, number) -> kept(row),
                this::model));
    }

    /** The names of all models, each once. */
    List<String> names() {
        return jdbc.sql("select distinct name from model order by name")
                .query(String.class)
                .list();
    }

    /**
     * Stores a network as the next version of {@code name}. Call it in a transaction: it writes two rows.
     *
     * @param failed whether the job that trained it failed, so that it is only taken where its version is named
     */
    public ModelRef save(
            String name,
            Instant createdAt,
            Definition definition,
            Parameters parameters,
            SeenRows seen,
            boolean failed) {
        int version = jdbc.sql("""
                        insert into model_name (name, last_version) values (:name, 1)
                        on conflict (name) do update set last_version = model_name.last_version + 1
                        returning last_version
                        """).param("name", name).query(Integer.class).single();
        String told = json.write(definition.withTestOutputs(null));
        String outputs = json.writeOrNull(definition.figures().testOutputs());
        byte[] weights = parameters.toBytes();
        byte[] seenRows = seen.toBytes();
        jdbc.sql("""
                        insert into model
                            (name, version, created_at, definition, test_outputs, weights, seen_rows, failed,
                            definition_sum, test_outputs_sum, weights_sum, seen_rows_sum)
                        values (:name, :version, :createdAt, :definition, :outputs, :weights, :seenRows, :failed,
                            :definitionSum, :outputsSum, :weightsSum, :seenRowsSum)
                        """)
                .param("name", name)
                .param("version", version)
                .param("createdAt", createdAt.toEpochMilli())
                .param("definition", told)
                .param("definitionSum", Checksum.of(told))
                .param("outputs", outputs)
                .param("outputsSum", Checksum.of(outputs))
                .param("weights", weights)
                .param("weightsSum", Checksum.of(weights))
                .param("seenRows", seenRows)
                .param("seenRowsSum", Checksum.of(seenRows))
                .param("failed", failed)
                .update();
        return new ModelRef(name, version);
    }

    /** The id of the model that was trained last by a job that did not fail. */
    Optional<Long> findNewest() {
        return jdbc.sql("select max(id) from model where not failed")
                .query(Long.class)
                .optional();
    }

    /** The id of the newest version of {@code name} that comes of a job that did not fail. */
    Optional<Long> findNewest(String name) {
        return jdbc.sql("select max(id) from model where name = :name and not failed")
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    /** The newest version of {@code name}, or of all names where it is empty, whatever became of its job. */
    Optional<ModelRef> findNewestOfAll(String name) {
        return list(name, Long.MAX_VALUE, 1).stream()
                .map(listed ->
                        new ModelRef(listed.summary().name(), listed.summary().version()))
                .findFirst();
    }

    /** The id of one version of {@code name}. */
    Optional<Long> find(String name, int version) {
        return jdbc.sql("select id from model where name = :name and version = :version")
                .param("name", name)
                .param("version", version)
                .query(Long.class)
                .optional();
    }

    /** A model by its id. */
    Optional<Model> load(long id) {
        long bytes = bytes(id);
        Optional<Model> loaded;
        try (Reservation passing = RequestMemory.passing()) {
            RequestMemory.require(LOADED * bytes);
            loaded = jdbc.sql("select * from model where id = :id")
                    .param("id", id)
                    .query(this::model)
                    .optional();
        }
        RequestMemory.take(bytes);
        return loaded;
    }

    /** Bytes of a model as it is stored; 0 if there is none. */
    private long bytes(long id) {
        return jdbc.sql("""
                        select octet_length(weights) + octet_length(seen_rows)
                            + coalesce(octet_length(test_outputs), 0)
                        from model where id = :id
                        """).param("id", id).query(Long.class).optional().orElse(0L);
    }

    /** The models before {@code before}, newest first, of one name or of all where it is empty. */
    public List<Listed> list(String name, long before, int limit) {
        // A driver reads them all before the first is looked at.
        RequestMemory.require(jdbc.sql("""
                        select coalesce(sum(octet_length(definition)), 0) from (select definition from model
                        where id < :before and (:name = '' or name = :name) order by id desc limit :limit) read
                        """)
                .param("before", before)
                .param("name", name)
                .param("limit", limit)
                .query(Long.class)
                .single());
        return jdbc.sql("""
                        select id, name, version, created_at, definition, definition_sum, failed from model
                        where id < :before and (:name = '' or name = :name) order by id desc limit :limit
                        """)
                .param("before", before)
                .param("name", name)
                .param("limit", limit)
                .query((row, number) -> listed(row))
                .list();
    }

    /** Deletes all versions of {@code name}; answers how many there were. */
    int delete(String name) {
        // Each by itself, or a database server would work longer on many large ones than it is waited for.
        List<Integer> versions = jdbc.sql("select version from model where name = :name")
                .param("name", name)
                .query(Integer.class)
                .list();
        return versions.stream().mapToInt(version -> delete(name, version)).sum();
    }

    /** Deletes one version of {@code name}; answers how many there were. */
    int delete(String name, int version) {
        return jdbc.sql("delete from model where name = :name and version = :version")
                .param("name", name)
                .param("version", version)
                .update();
    }

    /** A summary with the id that the next page starts below. */
    public record Listed(long id, ModelSummary summary) {}

    private Model model(ResultSet row, int number) throws SQLException {
        Definition definition = whole(row);
        Kept kept = kept(row);
        byte[] weights = kept.bytes(row, "weights");
        if (!Fingerprint.sha256(weights).equals(definition.provenance().weightsSha256())) {
            throw kept.damaged("weights", null);
        }
        Parameters parameters = kept.decode("weights", () -> Parameters.fromBytes(definition.architecture(), weights));
        return new Model(
                row.getLong("id"),
                ref(row),
                createdAt(row),
                definition,
                new Network(definition.architecture(), parameters),
                SeenRows.fromBytes(kept.bytes(row, "seen_rows")),
                row.getBoolean("failed"),
                null);
    }

    private Definition whole(ResultSet row) throws SQLException {
        double[][] outputs = json.readOrNull(row, "test_outputs", double[][].class, kept(row));
        Definition definition = definition(row);
        return outputs == null ? definition : definition.withTestOutputs(outputs);
    }

    private Definition definition(ResultSet row) throws SQLException {
        return json.read(row, "definition", Definition.class, kept(row));
    }

    private Listed listed(ResultSet row) throws SQLException {
        try (Reservation passing = RequestMemory.passing()) {
            return new Listed(row.getLong("id"), summary(row));
        }
    }

    private ModelSummary summary(ResultSet row) throws SQLException {
        boolean failed = row.getBoolean("failed");
        try {
            Definition definition = definition(row);
            Instant createdAt = createdAt(row);
            ModelRef ref = ref(row);
            return kept(row).decode("definition", () -> ModelSummary.of(ref, createdAt, definition, failed));
        } catch (DamagedException | MemoryRefusedException e) {
            return ModelSummary.damaged(ref(row), createdAt(row), failed, e.problem());
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        ModelRef ref = ref(row);
        return new Kept(
                "Model " + ref,
                "Train it again, and delete this version: curl -X DELETE {service}"
                        + ModelLinks.of(ref).self() + ".");
    }

    private static ModelRef ref(ResultSet row) throws SQLException {
        return new ModelRef(row.getString("name"), row.getInt("version"));
    }

    private static Instant createdAt(ResultSet row) throws SQLException {
        return Instant.ofEpochMilli(row.getLong("created_at"));
    }
}
