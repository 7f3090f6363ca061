package dev.feedforward.storage;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Room for uploads, without the service. */
public final class TestRoom {

    private TestRoom() {}

    /** More than any test asks for, on a disk that nothing is known of. */
    public static UploadRoom plenty(DataSource database) {
        return room(database, null, new StorageLimits(DataSize.ofGigabytes(20), 1_000, DataSize.ofMegabytes(512)));
    }

    /** So many bytes and names, on a disk that nothing is known of. */
    public static UploadRoom atMost(DataSource database, long bytes, int names) {
        return room(database, null, new StorageLimits(DataSize.ofBytes(bytes), names, DataSize.ofBytes(0)));
    }

    /** As much as leaves {@code reserve} bytes free on the disk of {@code directory}. */
    public static UploadRoom leaving(DataSource database, Path directory, long reserve) {
        return room(
                database,
                directory.resolve("feedforward.db"),
                new StorageLimits(DataSize.ofGigabytes(20), 1_000, DataSize.ofBytes(reserve)));
    }

    private static UploadRoom room(DataSource database, @Nullable Path file, StorageLimits limits) {
        return new UploadRoom(
                new StoredBytes(JdbcClient.create(database), TestReads.of(database)), new Disk(file), limits);
    }
}
