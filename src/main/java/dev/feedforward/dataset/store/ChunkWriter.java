package dev.feedforward.dataset.store;

import dev.feedforward.database.server.DatabaseWait;
import dev.feedforward.dataset.table.Chunk;
import dev.feedforward.storage.UploadRoom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gathers rows to chunks and stores them one by one, so that nobody waits long for the database. */
public final class ChunkWriter {

    /** Values of a chunk: 8 MB while they are gathered. */
    private static final int VALUES = 1 << 20;

    private static final int MOST_ROWS = 1 << 16;
    private static final long TOUCH_EVERY = Duration.ofMinutes(1).toMillis();

    private final DatasetRepository repository;
    private final Clock steadyClock;
    private final UploadRoom room;
    private final String name;
    private double[] values = {};
    private int rows;
    private int chunks;
    private @Nullable Long id;
    private long touched;

    ChunkWriter(DatasetRepository repository, Clock steadyClock, UploadRoom room, String name) {
        this.repository = repository;
        this.steadyClock = steadyClock;
        this.room = room;
        this.name = name;
    }

    /**
     * Adds a row, of as many values as the first.
     *
     * @throws dev.feedforward.error.ServiceException if there is no room for more
     */
    public void add(double[] row) {
        int capacity = Math.max(1, Math.min(MOST_ROWS, VALUES / row.length));
        int at = rows * row.length;
        if (at == values.length) {
            int more = Math.min(capacity, Math.max(16, 2 * rows));
            values = Arrays.copyOf(values, more * row.length);
        }
        System.arraycopy(row, 0, values, at, row.length);
        if (++rows == capacity) {
            flush(row.length);
            DatabaseWait.renew();
        }
    }

    private void flush(int columns) {
        byte[] chunk = Chunk.encode(values, rows, columns).bytes();
        room.check(name, chunk.length);
        long now = steadyClock.millis();
        if (id == null) {
            id = repository.begin(name, now);
        }
        repository.addChunk(id, chunks++, chunk, now);
        touched = now;
        rows = 0;
    }

    /** Stores what is left. */
    public long finish(int columns) {
        if (rows > 0) {
            flush(columns);
        }
        if (id == null) {
            throw new IllegalStateException("no row was added");
        }
        return id;
    }

    /** Tells the others, from time to time, that a slow upload is still going on. */
    public void touch() {
        if (id != null && steadyClock.millis() - touched > TOUCH_EVERY) {
            touched = steadyClock.millis();
            repository.touch(id, touched);
        }
    }

    /** The data set that was begun; null if none was. */
    @Nullable
    public Long begun() {
        return id;
    }
}
