package dev.feedforward.model.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The jobs that go on from models, in the database. Who queues such a job, and who deletes a model, takes the model's
 * name first and looks then: so none goes that a job has come to need, and no job waits for one that has gone.
 */
@Repository
public class ModelUses {

    private final JdbcClient jdbc;

    public ModelUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the name of a model until the transaction ends. Call it in one. */
    public void take(String name) {
        jdbc.sql("update model_name set last_version = last_version where name = :name")
                .param("name", name)
                .update();
    }

    /** Whether there is such a version. */
    public boolean isThere(ModelRef model) {
        return jdbc.sql("select 1 from model where name = :name and version = :version")
                .param("name", model.name())
                .param("version", model.version())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The first ten jobs that wait, run or are paused and go on from a version of {@code name}; null is any. */
    public List<Use> of(String name, @Nullable Integer version) {
        return jdbc.sql("""
                        select id, from_version from job
                        where from_model = :name and (from_version = :version or :any)
                            and status in ('queued', 'running', 'paused') order by id limit 10
                        """)
                .param("name", name)
                .param("version", version == null ? 0 : version)
                .param("any", version == null)
                .query((row, number) -> new Use(row.getLong("id"), new ModelRef(name, row.getInt("from_version"))))
                .list();
    }

    /** A job, and the model that it goes on from. */
    public record Use(long job, ModelRef model) {}
}
