package dev.feedforward.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.feedforward.database.Refusal;
import dev.feedforward.database.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseFileTests {

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("feedforward.db");
    }

    @Test
    void takesWhatIsMissingEmptyOrSound() throws Exception {
        assertThatNoException().isThrownBy(() -> DatabaseFile.check(file));
        assertThat(file).doesNotExist();

        Files.createFile(file);
        assertThatNoException().isThrownBy(() -> DatabaseFile.check(file));

        fill();
        assertThatNoException().isThrownBy(() -> DatabaseFile.check(file));
    }

    @Test
    void refusesWhatIsNoDatabaseAndLeavesItAsItIs() throws Exception {
        refuses("My thesis, the only copy".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAFileThatWasCutShort() throws Exception {
        byte[] whole = fill();

        refuses(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void refusesAFileWithADamagedPage() throws Exception {
        byte[] damaged = fill();
        Arrays.fill(damaged, damaged.length / 2, damaged.length / 2 + 4096, (byte) 0x55);

        refuses(damaged);
    }

    /** As after a backup was put in the place of a database whose log was not moved away. */
    @Test
    void doesNotWriteALogBackThatBelongsToAnotherFile() throws Exception {
        fill();
        byte[] log;
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file + "?journal_mode=WAL");
                Statement statement = other.createStatement()) {
            statement.executeUpdate("create table later as select * from filler");
            log = Files.readAllBytes(directory.resolve("feedforward.db-wal"));
        }
        Path restored = Files.createDirectory(directory.resolve("restored")).resolve("feedforward.db");
        byte[] backup = Files.readAllBytes(Files.copy(file, restored));
        Files.write(restored.resolveSibling("feedforward.db-wal"), log);

        DatabaseFile.check(restored);

        assertThat(Files.readAllBytes(restored)).isEqualTo(backup);
        assertThat(Files.readAllBytes(restored.resolveSibling("feedforward.db-wal")))
                .isEqualTo(log);
    }

    @Test
    void saysThatAFileCannotBeRead() throws Exception {
        Files.createDirectory(file);

        assertThat(Refusal.of(() -> DatabaseFile.check(file)).getDescription()).contains(file + " cannot be read");
    }

    private void refuses(byte[] bytes) throws Exception {
        Files.write(file, bytes);

        FailureAnalysis analysis = Refusal.of(() -> DatabaseFile.check(file));

        assertThat(analysis.getDescription()).contains(file.toString(), "damaged", "left as it is");
        assertThat(analysis.getAction()).contains("backup", file + "-wal", file + "-shm", "start again");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    /** Makes a database of some hundred kilobytes. */
    private byte[] fill() throws Exception {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.embedded(directory));
        jdbc.sql("create table filler as with recursive n(i) as (select 1 union all select i + 1 from n where i < 100)"
                        + " select i, hex(zeroblob(2000)) as text from n")
                .update();
        return Files.readAllBytes(file);
    }
}
