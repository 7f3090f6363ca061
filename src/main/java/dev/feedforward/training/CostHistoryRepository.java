package dev.feedforward.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cost histories of ended jobs, in the database. */
@Repository
class CostHistoryRepository {

    private static final int COLUMNS = 5;

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
        return jdbc.sql("select data from cost_history where job_id = :job")
                .param("job", job)
                .query((row, number) -> decode(job, row.getBytes("data")))
                .optional();
    }

    private static byte[] encode(CostHistory history) {
        int points = history.iteration().length;
        ByteBuffer data = ByteBuffer.allocate(points * COLUMNS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < points; i++) {
            data.putLong(history.iteration()[i])
                    .putDouble(history.cost()[i])
                    .putDouble(history.loss()[i])
                    .putDouble(heldOut(history.validationCost(), i))
                    .putDouble(heldOut(history.testCost(), i));
        }
        return data.array();
    }

    private static double heldOut(double @Nullable [] column, int point) {
        return column == null ? Double.NaN : column[point];
    }

    private static CostHistory decode(long job, byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        CostRecorder recorder = new CostRecorder();
        while (data.hasRemaining()) {
            recorder.add(data.getLong(), data.getDouble(), data.getDouble(), data.getDouble(), data.getDouble());
        }
        return recorder.history(job);
    }
}
