package dev.feedforward.database.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the database was left, as its directory's lock file says: nothing before there is one, then {@code in use}, then
 * {@code closed} with the file's size and time of change, so that one that was copied or put there since is not taken
 * for it.
 */
final class LastUse {

    private static final String IN_USE = "in use";
    private static final int LONGEST = 128;
    private static final Logger log = LoggerFactory.getLogger(LastUse.class);

    private final FileChannel lock;
    private final Path database;
    private final String before;
    private boolean begun;

    /** @throws IOException if {@code lock} cannot be read */
    LastUse(FileChannel lock, Path database) throws IOException {
        this.lock = lock;
        this.database = database;
        ByteBuffer said = ByteBuffer.allocate(LONGEST);
        lock.read(said, 0);
        before = StandardCharsets.US_ASCII.decode(said.flip()).toString();
    }

    /** Whether there has been a database. */
    boolean hadDatabase() {
        return !before.isEmpty();
    }

    /** Whether the database is as a service left it that was closed: nothing can have broken off. */
    boolean wasClosed() {
        try {
            return before.equals(closed()) && !before.equals(IN_USE);
        } catch (IOException e) {
            log.debug("{} cannot be looked at", database, e);
            return false;
        }
    }

    /** There is a database, and it is in use from now on. */
    void begin() {
        begun = true;
        say(IN_USE);
    }

    /** It is not in use any more. */
    void end() throws IOException {
        if (begun) {
            say(closed());
        }
    }

    private String closed() throws IOException {
        Path wal = database.resolveSibling(database.getFileName() + "-wal");
        // Who only reads leaves an empty one.
        if (Files.notExists(database) || (Files.exists(wal) && Files.size(wal) > 0)) {
            return IN_USE;
        }
        return "closed %d %d"
                .formatted(
                        Files.size(database),
                        Files.getLastModifiedTime(database).toMillis());
    }

    /** Where there is no room for it on the disk, what was said before stays, which fits no file that has changed. */
    private void say(String now) {
        try {
            lock.write(ByteBuffer.wrap(now.getBytes(StandardCharsets.US_ASCII)), 0);
            lock.truncate(now.length());
            lock.force(true);
        } catch (IOException e) {
            log.debug("{} cannot be written beside {}", now, database, e);
        }
    }
}
