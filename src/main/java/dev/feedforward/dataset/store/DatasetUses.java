package dev.feedforward.dataset.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The jobs that need data sets, in the database. Who queues such a job, and who takes a data set away, takes hold of it
 * first and looks then: so none goes that a job has come to need.
 */
@Repository
public class DatasetUses {

    private final JdbcClient jdbc;

    public DatasetUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes hold of a data set until the transaction ends. Call it in one.
     *
     * @return false if it is gone
     */
    public boolean take(long id) {
        return jdbc.sql("update dataset set touched_at = touched_at where id = :id and status <> 'removed'")
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * Takes a data set away, once it is {@link #take taken}, unless jobs need it: its rows are still to be deleted.
     *
     * @param now in milliseconds
     * @return the first ten jobs that need it, waiting, running or paused; empty if it is away
     */
    public List<Long> remove(long id, long now) {
        List<Long> users = of(id);
        if (users.isEmpty()) {
            jdbc.sql("update dataset set status = 'removed', touched_at = :now where id = :id")
                    .param("now", now)
                    .param("id", id)
                    .update();
        }
        return users;
    }

    private List<Long> of(long id) {
        return jdbc.sql("""
                        select id from job where dataset_id = :id and status in ('queued', 'running', 'paused')
                        order by id limit 10
                        """).param("id", id).query(Long.class).list();
    }
}
