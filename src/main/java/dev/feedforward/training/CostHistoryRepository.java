package dev.feedforward.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cost histories of ended jobs, in the database. */
@Repository
class CostHistoryRepository {

    private static final int COLUMNS = 4;

    private final JdbcClient jdbc;

    CostHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(CostHistory history) {
        jdbc.sql("insert into cost_history (job_id, points, data) values (:job, :points, :data)")
                .param("job", history.job())
                .param("points", history.iteration().length)
                .param("data", encode(history))
                .update();
    }

    Optional<CostHistory> find(long job) {
        return jdbc.sql("select points, data from cost_history where job_id = :job")
                .param("job", job)
                .query((row, number) -> decode(job, row.getInt("points"), row.getBytes("data")))
                .optional();
    }

    private static byte[] encode(CostHistory history) {
        int points = history.iteration().length;
        double[] testCost = history.testCost();
        ByteBuffer data = ByteBuffer.allocate(points * COLUMNS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        data.asLongBuffer().put(history.iteration());
        data.position(points * Long.BYTES);
        data.asDoubleBuffer().put(history.cost()).put(history.loss());
        data.position(points * 3 * Long.BYTES);
        for (int i = 0; i < points; i++) {
            data.putDouble(testCost == null ? Double.NaN : testCost[i]);
        }
        return data.array();
    }

    private static CostHistory decode(long job, int points, byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        CostRecorder recorder = new CostRecorder();
        for (int i = 0; i < points; i++) {
            recorder.add(
                    data.getLong(i * Long.BYTES),
                    data.getDouble((points + i) * Long.BYTES),
                    data.getDouble((2 * points + i) * Long.BYTES),
                    data.getDouble((3 * points + i) * Long.BYTES));
        }
        return recorder.history(job);
    }
}
