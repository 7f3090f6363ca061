package dev.feedforward.model;

import dev.feedforward.database.DamagedException;
import dev.feedforward.database.Kept;
import dev.feedforward.database.StoredJson;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The jobs that go on from models, in the database. */
@Repository
public class ModelUses {

    private static final Logger log = LoggerFactory.getLogger(ModelUses.class);

    private final JdbcClient jdbc;
    private final StoredJson json;

    public ModelUses(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The models that jobs which wait, run or are paused go on from, by the jobs. */
    public SortedMap<Long, ModelRef> starts() {
        SortedMap<Long, ModelRef> starts = new TreeMap<>();
        // One by one, as a request may have millions of rows in it.
        for (long job : candidates()) {
            start(job).ifPresent(model -> starts.put(job, model));
        }
        return starts;
    }

    private List<Long> candidates() {
        return jdbc.sql(
                        "select id from job where status in ('queued', 'running', 'paused') and request like '%\"from\":{%'")
                .query(Long.class)
                .list();
    }

    private Optional<ModelRef> start(long job) {
        Kept kept = new Kept("Job " + job, "Delete it.");
        try {
            return jdbc.sql("select request, request_sum from job where id = :id")
                    .param("id", job)
                    .query((row, number) -> json.read(row, "request", Beginning.class, kept))
                    .optional()
                    .map(Beginning::from);
        } catch (DamagedException e) {
            log.warn("{} It goes on from no model: it fails when it is taken up.", e.getMessage());
            return Optional.empty();
        }
    }

    /** The part of a recipe that says where its training begins. */
    private record Beginning(@Nullable ModelRef from) {}
}
