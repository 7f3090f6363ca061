package dev.feedforward.database.embedded;

import dev.feedforward.database.fault.UnusableDatabaseException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;

/**
 * Copies the embedded database into one file, as it is at one moment, while a service runs on it or none does. Done in
 * the service's stead where {@code --feedforward.backup-to=FILE} is an argument.
 */
public final class Backup implements ApplicationRunner {

    private static final String OPTION = "feedforward.backup-to";
    private static final Logger log = LoggerFactory.getLogger(Backup.class);

    private final Environment environment;

    Backup(Environment environment) {
        this.environment = environment;
    }

    /** Whether a backup is asked for, not the service. */
    public static boolean isAskedFor(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("--" + OPTION));
    }

    /** Makes the backup; whatever keeps it from being made is told as a failed start is. */
    public static void make(String... arguments) {
        new SpringApplicationBuilder(Backup.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments)
                .close();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Path source = DatabaseFile.of(environment)
                .orElseThrow(() -> new UnusableDatabaseException(
                        "The service keeps everything in another database: spring.datasource.url is set.",
                        "Make the backup with that database's own means, pg_dump for PostgreSQL.",
                        null));
        copy(source, target(environment.getRequiredProperty(OPTION)));
    }

    private static Path target(String name) {
        Path target = Path.of(name).toAbsolutePath();
        if (name.isBlank() || Files.exists(target)) {
            throw new UnusableDatabaseException(
                    "The backup cannot be named %s, as that is there already.".formatted(target),
                    "Name a file that is not there yet: --feedforward.backup-to=backup.db",
                    null);
        }
        return target;
    }

    private static void copy(Path source, Path target) {
        DatabaseFile.require(source, "back up");
        Path directory = target.resolveSibling("");
        // Under another name until it is whole, so that a backup that broke off is taken for none.
        try {
            Part.removeAbandoned(directory);
            try (Part part = Part.in(directory)) {
                write(source, part.file());
                Files.move(part.file(), target);
            }
            log.info("Backed up {} to {}, {} bytes", source, target, Files.size(target));
        } catch (IOException | SQLException e) {
            throw new UnusableDatabaseException(
                    "The backup of %s to %s failed: %s.".formatted(source, target, e),
                    "Make sure that the database is sound, and that there is room and permission to write the backup.",
                    e);
        }
    }

    /**
     * A file beside the backup that is not whole yet, with one beside it that is locked while it is being made: the
     * lock ends with the process, however that ends. It is on a file of its own, as SQLite, in closing a file, would
     * lose it.
     */
    private record Part(Path mark, FileChannel lock) implements Closeable {

        private static final String PREFIX = "backup";
        private static final String PART = ".part";
        private static final String LOCK = "-lock";

        static Part in(Path directory) throws IOException {
            // The mark comes first, or who is killed in between leaves a part that nobody removes.
            Path mark = Files.createTempFile(directory, PREFIX, PART + LOCK);
            FileChannel lock = FileChannel.open(mark, StandardOpenOption.WRITE);
            lock.lock();
            // Its owner's alone, as the mark is.
            Files.copy(mark, of(mark), StandardCopyOption.COPY_ATTRIBUTES);
            return new Part(mark, lock);
        }

        Path file() {
            return of(mark);
        }

        private static Path of(Path mark) {
            String name = mark.getFileName().toString();
            return mark.resolveSibling(name.substring(0, name.length() - LOCK.length()));
        }

        private static void delete(Path mark) throws IOException {
            Path part = of(mark);
            Files.deleteIfExists(part.resolveSibling(part.getFileName() + "-journal"));
            Files.deleteIfExists(part);
            Files.deleteIfExists(mark);
        }

        /** Deletes what backups have left that were killed. */
        static void removeAbandoned(Path directory) throws IOException {
            try (DirectoryStream<Path> marks = Files.newDirectoryStream(directory, PREFIX + "*" + PART + LOCK)) {
                marks.forEach(Part::removeIfAbandoned);
            }
        }

        private static void removeIfAbandoned(Path mark) {
            try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE)) {
                if (channel.tryLock() != null) {
                    delete(mark);
                }
            } catch (OverlappingFileLockException e) {
                log.debug("{} is being made by this process", of(mark));
            } catch (NoSuchFileException e) {
                log.debug("{} is done", of(mark));
            } catch (IOException e) {
                log.warn("What a backup has left cannot be removed: {}", mark, e);
            }
        }

        @Override
        public void close() throws IOException {
            delete(mark);
            lock.close();
        }
    }

    /** SQLite's own copy of a moment, for which writers need not wait; checked and on the disk when this returns. */
    private static void write(Path source, Path part) throws IOException, SQLException {
        try (Connection connection = DatabaseFile.connect(source);
                PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, part.toString());
            copy.execute();
        }
        ShrinkableFile.convert(part);
        DatabaseFile.check(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
