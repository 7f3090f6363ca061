package dev.feedforward.training.history;

import dev.feedforward.database.Checksum;
import dev.feedforward.database.Kept;
import dev.feedforward.database.verification.StoredTable;
import dev.feedforward.database.verification.Verifiable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cost histories up to the last checkpoint, or whole ones of ended jobs, in the database. They grow by chunks. */
@Repository
public class CostHistoryRepository implements Verifiable {

    private static final int COLUMNS = 5;
    /** Bytes. */
    private static final int POINT = COLUMNS * Long.BYTES;

    /** Points, so that who wants some of them does not read all. */
    private static final int MAX_CHUNK = 2_000;

    private static final int CHUNKS_AT_ONCE = 8;

    /** The first point that a chunk has if none is missing, as SQL. */
    private static final String EXPECTED = """
            coalesce((select earlier.first_point + length(earlier.data) / %d from cost_points earlier
            where earlier.job_id = cost_points.job_id and earlier.first_point < cost_points.first_point
            order by earlier.first_point desc limit 1), 0) as expected""".formatted(POINT);

    private final JdbcClient jdbc;

    public CostHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<StoredTable> tables() {
        return List.of(new StoredTable(
                "cost_points",
                List.of("job_id", "first_point"),
                List.of("data"),
                EXPECTED,
                (row, number) -> kept(row),
                (row, number) -> chunk(row, number).follows(row.getInt("expected"))));
    }

    /**
     * Adds to a job's history.
     *
     * @param firstPoint the points that are stored already
     * @param points those after them; nothing happens where there are none
     */
    public void append(int firstPoint, CostHistory points) {
        long after = -1;
        CostHistory chunk = points.after(after, MAX_CHUNK);
        for (int first = firstPoint; chunk.size() > 0; chunk = points.after(after, MAX_CHUNK)) {
            insert(first, chunk);
            first += chunk.size();
            after = chunk.last();
        }
    }

    private void insert(int firstPoint, CostHistory chunk) {
        byte[] data = encode(chunk);
        // Writing again what was written already does no harm: whether a commit was lost cannot always be told.
        jdbc.sql("""
                        insert into cost_points (job_id, first_point, last_iteration, data, data_sum)
                        values (:job, :first, :last, :data, :sum)
                        on conflict (job_id, first_point)
                            do update set last_iteration = excluded.last_iteration, data = excluded.data,
                            data_sum = excluded.data_sum
                        """)
                .param("job", chunk.job())
                .param("first", firstPoint)
                .param("last", chunk.last())
                .param("data", data)
                .param("sum", Checksum.of(data))
                .update();
    }

    /** Deletes a job's history. */
    public void delete(long job) {
        jdbc.sql("delete from cost_points where job_id = :job")
                .param("job", job)
                .update();
    }

    /** The stored points of a job; none where nothing is stored. */
    public CostHistory find(long job) {
        return find(job, -1, Integer.MAX_VALUE);
    }

    /** The first {@code maxPoints} stored points of a job after {@code iteration}, or as many as there are. */
    public CostHistory find(long job, long iteration, int maxPoints) {
        CostRecorder recorder = new CostRecorder();
        // From the chunk before, which proves by its own points that none of those after the iteration is in it.
        int next = lastChunkUpTo(job, iteration);
        List<Chunk> chunks;
        do {
            chunks = chunks(job, next);
            for (Chunk chunk : chunks) {
                decode(chunk.follows(next).data, iteration, recorder);
                next = chunk.end();
            }
        } while (chunks.size() == CHUNKS_AT_ONCE && recorder.size() < maxPoints);
        return recorder.after(job, iteration, maxPoints);
    }

    /** The first point of the last chunk without points after {@code iteration}; 0 where all have some. */
    private int lastChunkUpTo(long job, long iteration) {
        return jdbc.sql("""
                        select :job as job_id,
                            coalesce(max(case when last_iteration <= :iteration then first_point end), 0) as up_to,
                            min(case when last_iteration > :iteration then first_point end) as beyond
                        from cost_points where job_id = :job
                        """)
                .param("job", job)
                .param("iteration", iteration)
                .query((row, number) -> {
                    int upTo = row.getInt("up_to");
                    if (row.getInt("beyond") < upTo && !row.wasNull()) {
                        throw kept(row).damaged("first_point, last_iteration", null);
                    }
                    return upTo;
                })
                .single();
    }

    private List<Chunk> chunks(long job, int firstPoint) {
        return jdbc.sql("""
                        select job_id, first_point, last_iteration, data, data_sum from cost_points
                        where job_id = :job and first_point >= :first order by first_point limit :limit
                        """)
                .param("job", job)
                .param("first", firstPoint)
                .param("limit", CHUNKS_AT_ONCE)
                .query(this::chunk)
                .list();
    }

    private Chunk chunk(ResultSet row, int number) throws SQLException {
        Kept kept = kept(row);
        byte[] data = kept.bytes(row, "data");
        if (data.length == 0 || data.length % POINT != 0) {
            throw kept.damaged("data", null);
        }
        long last = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getLong(data.length - POINT);
        // A later one costs a look at a chunk too many, and nothing else; histories of before may have it.
        if (row.getLong("last_iteration") < last) {
            throw kept.damaged("last_iteration", null);
        }
        return new Chunk(kept, row.getInt("first_point"), data);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        long job = row.getLong("job_id");
        return new Kept(
                "The cost history of job " + job,
                "Delete the job if it has ended, curl -X DELETE {service}/jobs/%d, and train again.".formatted(job));
    }

    private record Chunk(Kept kept, int firstPoint, byte[] data) {

        /** The same, which is damaged where {@code expected} is not its first point: one is missing, or there twice. */
        Chunk follows(int expected) {
            if (firstPoint != expected) {
                throw kept.damaged("first_point", null);
            }
            return this;
        }

        /** The first point of the chunk after it. */
        int end() {
            return firstPoint + data.length / POINT;
        }
    }

    private static byte[] encode(CostHistory history) {
        int points = history.iteration().length;
        ByteBuffer data = ByteBuffer.allocate(points * POINT).order(ByteOrder.LITTLE_ENDIAN);
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
