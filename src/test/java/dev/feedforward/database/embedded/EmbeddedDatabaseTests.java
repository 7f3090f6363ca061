package dev.feedforward.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.Refusal;
import dev.feedforward.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTests {

    @TempDir
    private Path directory;

    @Test
    void makesItsDirectoryAndSyncsEveryCommit() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.embedded(directory.resolve("a/b")));

        assertThat(directory.resolve("a/b/feedforward.db")).exists();
        assertThat(jdbc.sql("pragma journal_mode").query(String.class).single()).isEqualTo("wal");
        assertThat(jdbc.sql("pragma synchronous").query(Integer.class).single()).isEqualTo(2);
        assertThat(jdbc.sql("pragma foreign_keys").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void makesAFileThatCanBecomeShorter() {
        JdbcClient jdbc = JdbcClient.create(TestDatabase.embedded(directory));

        assertThat(jdbc.sql("pragma auto_vacuum").query(Integer.class).single()).isEqualTo(2);
        assertThat(jdbc.sql("pragma journal_size_limit").query(Long.class).single())
                .isEqualTo(16L << 20);
    }

    @Test
    void saysWhatToDoWhereItsDirectoryCannotBeMade() throws Exception {
        Path file = Files.createFile(directory.resolve("taken"));

        FailureAnalysis analysis = Refusal.of(() -> DataDirectory.take(file.resolve("data")));

        assertThat(analysis.getDescription()).contains("taken");
        assertThat(analysis.getAction()).contains("--feedforward.data-dir");
    }
}
