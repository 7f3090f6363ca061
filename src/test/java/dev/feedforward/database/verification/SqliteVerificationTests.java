package dev.feedforward.database.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.feedforward.database.TestDatabase;
import dev.feedforward.database.fault.UnusableDatabaseException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.jdbc.core.JdbcTemplate;

class SqliteVerificationTests extends VerificationTests {

    @TempDir
    static Path data;

    @TempDir
    private Path other;

    @Override
    List<String> database() {
        return List.of("--feedforward.data-dir=" + data);
    }

    @Override
    String url() {
        return "jdbc:sqlite:" + data.resolve("feedforward.db") + "?busy_timeout=10000";
    }

    @Test
    void isAskedForByAnArgument() {
        assertThat(Verification.isAskedFor("--server.port=0", "--feedforward.verify"))
                .isTrue();
        assertThat(Verification.isAskedFor("--feedforward.data-dir=verify")).isFalse();
        assertThat(Verification.isAskedFor()).isFalse();
    }

    @Test
    void readsWhatCanBeReadOfADamagedFileAndWritesNothing(CapturedOutput output) throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.embedded(other));
        for (int i = 0; i < 200; i++) {
            jdbc.update("insert into model_name (name, last_version) values ('model-' || ? || 'x', 1)", i);
        }
        jdbc.execute("insert into dataset (name, status, created_at, touched_at) values ('d', 'current', 0, 0)");
        jdbc.execute("insert into dataset_chunk (dataset_id, number, data) values (1, 0, x'00')");
        int page = jdbc.queryForObject("select rootpage from sqlite_schema where name = 'model_name'", Integer.class);
        jdbc.execute("pragma wal_checkpoint(truncate)");
        Path file = other.resolve("feedforward.db");
        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
            written.seek((page - 1) * 4096L + 8);
            written.write(new byte[100]);
        }
        byte[] before = Files.readAllBytes(file);

        assertThat(verify(other)).isEqualTo(2);

        assertThat(output)
                .contains("The database file " + file + " is damaged: ", "Put a backup in its place")
                .contains("The data set \"d\" is damaged");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void goesOnBehindARowThatCannotBeRead(CapturedOutput output) throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(TestDatabase.embedded(other));
        byte[] large = "*".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("first", "second")) {
            jdbc.update("insert into dataset (name, status, created_at, touched_at) values (?, 'current', 0, 0)", name);
        }
        jdbc.update("insert into dataset_chunk (dataset_id, number, data) values (1, 0, ?)", large);
        jdbc.execute("insert into dataset_chunk (dataset_id, number, data) values (2, 0, x'00')");
        jdbc.execute("pragma wal_checkpoint(truncate)");
        loseTheEnd(other.resolve("feedforward.db"), large);

        assertThat(verify(other)).isEqualTo(2);

        assertThat(output)
                .contains("The table dataset_chunk cannot be read at the row [1, 0]", "not everything could be read")
                .contains("The data set \"second\" is damaged")
                .doesNotContain("all else is as it was stored");
    }

    @Test
    void saysThatAFileIsNoDatabase(CapturedOutput output) throws Exception {
        Files.writeString(other.resolve("feedforward.db"), "no database at all");

        assertThat(verify(other)).isEqualTo(2);

        assertThat(output).contains("NOTADB", "Put a backup in its place");
    }

    @Test
    void saysThatThereIsNothingToVerify(CapturedOutput output) throws Exception {
        Path missing = other.resolve("nowhere");

        assertThat(catchThrowable(() -> verify(missing))).isInstanceOf(UnusableDatabaseException.class);

        assertThat(output).contains("There is no database " + missing, "--feedforward.data-dir");
        assertThat(missing).doesNotExist();
    }

    /** Has one of the pages that hold nothing but parts of {@code value} say that it goes on where there is no page. */
    private static void loseTheEnd(Path file, byte[] value) throws IOException {
        int next = Integer.BYTES;
        try (RandomAccessFile written = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] page = new byte[4096];
            do {
                written.readFully(page);
            } while (Arrays.mismatch(page, next, page.length, value, 0, page.length - next) >= 0);
            written.seek(written.getFilePointer() - page.length);
            written.writeInt(Integer.MAX_VALUE);
        }
    }

    private static int verify(Path directory) {
        return Verification.verify("--feedforward.verify", "--feedforward.data-dir=" + directory);
    }
}
