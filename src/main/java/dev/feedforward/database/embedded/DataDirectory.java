package dev.feedforward.database.embedded;

import dev.feedforward.database.fault.UnusableDatabaseException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The directory of the embedded database: it is there, can be written to, and belongs to one service until that closes
 * or its process ends, by {@code kill -9} too.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String DATABASE = "feedforward.db";
    static final String LOCK = "feedforward.lock";

    /**
     * The directories that this JVM holds. Asked before the lock file is opened, because closing it again would set
     * free what another service in this JVM holds.
     */
    private static final Set<Path> held = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;
    private final LastUse lastUse;

    private DataDirectory(Path path, FileChannel lock, LastUse lastUse) {
        this.path = path;
        this.lock = lock;
        this.lastUse = lastUse;
    }

    /**
     * Makes the directory where it is missing, and takes it.
     *
     * @throws UnusableDatabaseException if it cannot be written to or another service has it
     */
    public static DataDirectory take(Path directory) {
        Path path = make(directory);
        if (!held.add(path)) {
            throw inUse(path);
        }
        try {
            FileChannel lock = lock(path);
            return new DataDirectory(path, lock, lastUse(lock, path));
        } catch (RuntimeException e) {
            held.remove(path);
            throw e;
        }
    }

    /** The database file of {@code directory}, which may or may not be there. */
    static Path file(Path directory) {
        return directory.toAbsolutePath().normalize().resolve(DATABASE);
    }

    public Path path() {
        return path;
    }

    /** The database file, which may or may not be there. */
    public Path file() {
        return path.resolve(DATABASE);
    }

    /** How the database was left, and is. */
    LastUse lastUse() {
        return lastUse;
    }

    /** Lets the next service have it. */
    @Override
    public void close() throws IOException {
        lastUse.end();
        lock.close();
        held.remove(path);
    }

    private static Path make(Path directory) {
        Path absolute = directory.toAbsolutePath();
        try {
            Files.createDirectories(absolute);
            if (!Files.isWritable(absolute)) {
                throw unwritable(absolute, null);
            }
            return absolute.toRealPath();
        } catch (IOException e) {
            throw unwritable(absolute, e);
        }
    }

    private static FileChannel lock(Path path) {
        FileChannel channel = open(path.resolve(LOCK));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
        throw inUse(path);
    }

    private static LastUse lastUse(FileChannel lock, Path path) {
        try {
            return new LastUse(lock, path.resolve(DATABASE));
        } catch (IOException e) {
            throw unwritable(path.resolve(LOCK), e);
        }
    }

    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UnusableDatabaseException inUse(Path path) {
        return new UnusableDatabaseException(
                "The data directory " + path + " is in use by another running Feedforward.",
                "Stop the other one, or give this one a directory of its own with --feedforward.data-dir=… Several that"
                        + " are to share their jobs and models need a PostgreSQL: --spring.datasource.url=jdbc:postgresql://…",
                null);
    }

    private static UnusableDatabaseException unwritable(Path path, @Nullable IOException cause) {
        return new UnusableDatabaseException(
                "The data directory cannot be written to: " + (cause == null ? path : cause) + ".",
                "Make %s writable for the user that runs the service, or name another directory with --feedforward.data-dir=…"
                        .formatted(path),
                cause);
    }
}
