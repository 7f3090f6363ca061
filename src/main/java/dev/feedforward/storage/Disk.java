package dev.feedforward.storage;

import dev.feedforward.database.embedded.DataDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The disk that the embedded database is on. Nothing is known of a database server's. */
@Component
class Disk {

    private final @Nullable Path database;

    @Autowired
    Disk(ObjectProvider<DataDirectory> directories) {
        this(directories.stream().map(DataDirectory::file).findFirst().orElse(null));
    }

    /** @param database the file of the embedded database, or null where there is none */
    Disk(@Nullable Path database) {
        this.database = database;
    }

    /** Bytes that are free on it. */
    OptionalLong free() {
        if (database == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    Files.getFileStore(database.resolveSibling("")).getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of the database's file and its log. */
    OptionalLong database() {
        return database == null
                ? OptionalLong.empty()
                : OptionalLong.of(Stream.of("", "-wal")
                        .mapToLong(end -> size(Path.of(database + end)))
                        .sum());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What to free, in an action. */
    String place() {
        return database == null ? "the database server" : String.valueOf(database.getParent());
    }
}
