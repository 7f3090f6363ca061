package dev.feedforward.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.feedforward.database.Refusal;
import dev.feedforward.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class LastUseTests {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void make() {
        file = directory.resolve("feedforward.db");
        TestDatabase.embedded(directory);
    }

    @Test
    void knowsADatabaseThatWasClosed() throws Exception {
        use();

        assertThat(wasClosed()).isTrue();
    }

    @Test
    void doesNotTakeAnotherFileForTheOneThatWasClosed() throws Exception {
        use();
        FileTime changed = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(changed.toMillis() + 1));
        assertThat(wasClosed()).isFalse();

        Files.write(file, new byte[1], StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, changed);
        assertThat(wasClosed()).isFalse();
    }

    @Test
    void knowsThatALogWasLeft() throws Exception {
        use();
        Files.write(directory.resolve("feedforward.db-wal"), new byte[1]);

        assertThat(wasClosed()).isFalse();
    }

    @Test
    void saysNothingOfAServiceThatWasKilled() throws Exception {
        use();
        Path lock = directory.resolve("feedforward.lock");
        byte[] whileInUse;
        try (DataDirectory taken = DataDirectory.take(directory)) {
            DatabaseFile.check(taken.file(), taken.lastUse());
            whileInUse = Files.readAllBytes(lock);
        }
        Files.write(lock, whileInUse);

        assertThat(wasClosed()).isFalse();
    }

    @Test
    void refusesADatabaseThatIsGoneOrEmpty() throws Exception {
        use();
        Files.delete(file);
        refuses("gone");
        Files.createFile(file);
        refuses("empty");

        Files.delete(directory.resolve("feedforward.lock"));
        assertThatNoException().isThrownBy(this::use);
    }

    @Test
    void takesADirectoryWhoseFirstStartBrokeOff() throws Exception {
        Path other = directory.resolve("other");
        DataDirectory.take(other).close();

        try (DataDirectory taken = DataDirectory.take(other)) {
            assertThatNoException().isThrownBy(() -> DatabaseFile.check(taken.file(), taken.lastUse()));
        }
    }

    private void use() throws Exception {
        try (DataDirectory taken = DataDirectory.take(directory)) {
            DatabaseFile.check(taken.file(), taken.lastUse());
        }
    }

    private boolean wasClosed() throws Exception {
        try (DataDirectory taken = DataDirectory.take(directory)) {
            return taken.lastUse().wasClosed();
        }
    }

    private void refuses(String how) throws Exception {
        try (DataDirectory taken = DataDirectory.take(directory)) {
            FailureAnalysis analysis = Refusal.of(() -> DatabaseFile.check(taken.file(), taken.lastUse()));
            assertThat(analysis.getDescription()).contains(file.toString(), how);
            assertThat(analysis.getAction()).contains("backup", "feedforward.lock");
        }
    }
}
