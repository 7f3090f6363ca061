package dev.feedforward.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cost histories up to the last checkpoint, or whole ones of ended jobs, in the database. They grow by chunks. */
@Repository
class CostHistoryRepository {

    private static final int COLUMNS = 5;

    private final JdbcClient jdbc;

    CostHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds to a job's history.
     *
     * @param firstPoint the points that are stored already
     * @param chunk those after them; nothing happens where there are none
     */
    void append(int firstPoint, CostHistory chunk) {
        int points = chunk.iteration().length;
        if (points == 0) {
            return;
        }
        // Writing again what was written already does no harm: whether a commit was lost cannot always be told.
        jdbc.sql("""
                        insert into cost_points (job_id, first_point, last_iteration, data)
                        values (:job, :first, :last, :data)
                        on conflict (job_id, first_point)
                            do update set last_iteration = excluded.last_iteration, data = excluded.data
                        """)
                .param("job", chunk.job())
                .param("first", firstPoint)
                .param("last", chunk.iteration()[points - 1])
                .param("data", encode(chunk))
                .update();
    }

    /** The stored points of a job; none where nothing is stored. */
    CostHistory find(long job) {
        return find(job, -1);
    }

    /** The stored points of a job after {@code iteration}. */
    CostHistory find(long job, long iteration) {
        CostRecorder recorder = new CostRecorder();
        jdbc.sql("""
                        select data from cost_points where job_id = :job and last_iteration > :iteration
                        order by first_point
                        """)
                .param("job", job)
                .param("iteration", iteration)
                .query((row, number) -> row.getBytes("data"))
                .list()
                .forEach(bytes -> decode(bytes, iteration, recorder));
        return recorder.history(job);
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

    private static void decode(byte[] bytes, long after, CostRecorder recorder) {
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (data.hasRemaining()) {
            long iteration = data.getLong();
            double cost = data.getDouble();
            double loss = data.getDouble();
            double validationCost = data.getDouble();
            double testCost = data.getDouble();
            if (iteration > after) {
                recorder.add(iteration, cost, loss, validationCost, testCost);
            }
        }
    }
}
