package dev.feedforward.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

@ExtendWith(OutputCaptureExtension.class)
class ShrinkingTests {

    private static final long MEGABYTE = 1L << 20;

    @TempDir
    private Path directory;

    private JdbcTemplate jdbc;
    private FreePages pages;
    private Shrinking shrinking;

    @BeforeEach
    void open() {
        DataSource database = TestDatabase.embedded(directory);
        jdbc = new JdbcTemplate(database);
        pages = new FreePages(jdbc);
        shrinking = new Shrinking(pages, TestDatabase.sharing(false));
    }

    @Test
    void makesTheFileShorterByWhatWasDeleted() throws Exception {
        store(24);
        long full = size();
        jdbc.update("delete from dataset");
        assertThat(size()).isGreaterThanOrEqualTo(full);

        shrinking.shrink();

        assertThat(full).isGreaterThan(24 * MEGABYTE);
        assertThat(size()).isLessThan(Shrinking.SPARE + MEGABYTE);
        assertThat(pages.bytes()).isBetween(1L, Shrinking.SPARE);
        assertThat(jdbc.queryForObject("pragma integrity_check", String.class)).isEqualTo("ok");
    }

    @Test
    void leavesAFileAloneThatHasLittleToGiveBack() throws Exception {
        store(4);
        jdbc.update("delete from dataset");
        long before = size();

        shrinking.shrink();

        assertThat(size()).isEqualTo(before);
    }

    @Test
    void saysOnceHowAFileOfAnEarlierVersionIsMadeShorter(CapturedOutput output) throws Exception {
        store(12);
        jdbc.update("delete from dataset");
        DataSource earlier = TestDatabase.embedded(directory);
        // The mode changes where all of the file is written anew, in the same connection.
        new JdbcTemplate(earlier).execute((ConnectionCallback<Boolean>) connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma journal_mode = delete");
                statement.execute("pragma auto_vacuum = none");
                return statement.execute("vacuum");
            }
        });
        assertThat(pages.canShrink()).isFalse();
        store(12);
        jdbc.update("delete from dataset");
        long before = size();

        shrinking.shrink();
        shrinking.shrink();

        assertThat(size()).isEqualTo(before);
        assertThat(output.getOut().lines().filter(line -> line.contains("--feedforward.backup-to")))
                .hasSize(1);
    }

    private void store(int megabytes) {
        jdbc.update("insert into dataset (id, name, status, created_at, touched_at) values (1, 'd', 'current', 0, 0)");
        for (int i = 0; i < megabytes; i++) {
            jdbc.update("insert into dataset_chunk (dataset_id, number, data) values (1, ?, zeroblob(?))", i, MEGABYTE);
        }
        pages.writeBack();
    }

    private long size() throws Exception {
        pages.writeBack();
        return Files.size(directory.resolve("feedforward.db"));
    }
}
