package dev.feedforward.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.feedforward.database.TestDatabase;
import dev.feedforward.database.fault.UnusableDatabaseException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ExtendWith(OutputCaptureExtension.class)
class BackupTests {

    @TempDir
    private Path directory;

    @Test
    void isAskedForByAnArgument() {
        assertThat(Backup.isAskedFor("--server.port=0", "--feedforward.backup-to=backup.db"))
                .isTrue();
        assertThat(Backup.isAskedFor("--feedforward.data-dir=backup-to")).isFalse();
        assertThat(Backup.isAskedFor()).isFalse();
    }

    @Test
    void holdsAWholeMomentWhileWritesGoOn(CapturedOutput output) throws Exception {
        Path data = directory.resolve("data");
        Path target = directory.resolve("backup.db");
        DataSource source = TestDatabase.embedded(data);
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        try (DataDirectory held = DataDirectory.take(data)) {
            writePair(source, written.incrementAndGet());
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    writePair(source, written.incrementAndGet());
                }
            });
            make(data, target);
            done.set(true);
            writer.join();
            assertThat(held.file()).exists();
        }

        assertThat(output).contains("Backed up", target.toString(), Files.size(target) + " bytes");
        assertThat(files()).containsExactlyInAnyOrder("data", "backup.db");
        Path restored = Files.createDirectory(directory.resolve("restored"));
        Files.copy(target, restored.resolve("feedforward.db"));
        JdbcClient backup = JdbcClient.create(TestDatabase.embedded(restored));
        int names = backup.sql("select count(*) from model_name")
                .query(Integer.class)
                .single();
        assertThat(names).isPositive().isEven().isLessThanOrEqualTo(2 * written.get());
    }

    @Test
    void makesAFileOfAnEarlierVersionAbleToBecomeShorter() throws Exception {
        Path old = DataDirectory.file(directory);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 7 as number");
        }
        Path target = directory.resolve("backup.db");

        make(directory, target);

        JdbcClient backup = JdbcClient.create(new DriverManagerDataSource("jdbc:sqlite:" + target));
        assertThat(backup.sql("pragma auto_vacuum").query(Integer.class).single())
                .isEqualTo(2);
        assertThat(backup.sql("select number from kept").query(Integer.class).single())
                .isEqualTo(7);
        assertThat(files()).containsExactlyInAnyOrder("feedforward.db", "backup.db");
    }

    @Test
    void removesWhatBackupsLeftThatWereKilled() throws Exception {
        TestDatabase.embedded(directory);
        Files.writeString(directory.resolve("backup1.part"), "half");
        Files.writeString(directory.resolve("backup1.part-journal"), "half");
        Files.createFile(directory.resolve("backup1.part-lock"));
        Files.writeString(directory.resolve("mine.part"), "mine");

        make(directory, directory.resolve("b.db"));

        assertThat(files()).contains("b.db", "mine.part").noneMatch(file -> file.startsWith("backup"));
    }

    @Test
    void goesOnWhereOthersHaveLeftWhatItMayNotRemove() throws Exception {
        TestDatabase.embedded(directory);
        Files.createDirectory(directory.resolve("backup1.part-lock"));

        make(directory, directory.resolve("b.db"));

        assertThat(files()).contains("b.db", "backup1.part-lock");
    }

    @Test
    void leavesABackupAloneThatIsBeingMade() throws Exception {
        TestDatabase.embedded(directory);
        Files.writeString(directory.resolve("backup1.part"), "half");
        Path mark = Files.createFile(directory.resolve("backup1.part-lock"));
        try (FileChannel running = FileChannel.open(mark, StandardOpenOption.WRITE)) {
            running.lock();

            make(directory, directory.resolve("b.db"));

            assertThat(files()).contains("b.db", "backup1.part", "backup1.part-lock");
        }
    }

    @Test
    void overwritesNothing(CapturedOutput output) throws Exception {
        TestDatabase.embedded(directory);
        Path target = Files.writeString(directory.resolve("precious"), "mine");

        assertRefused(directory, target, output, "precious, as that is there already", "not there yet");

        assertThat(target).hasContent("mine");
    }

    @Test
    void saysThatThereIsNothingToBackUp(CapturedOutput output) throws Exception {
        Path missing = directory.resolve("nowhere");

        assertRefused(
                missing,
                directory.resolve("b.db"),
                output,
                "There is no database " + missing,
                "--feedforward.data-dir");

        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhereTheDatabaseIsDamaged(CapturedOutput output) throws Exception {
        Files.writeString(directory.resolve("feedforward.db"), "no database at all");

        assertRefused(directory, directory.resolve("b.db"), output, "failed", "NOTADB");

        assertThat(files()).containsExactly("feedforward.db");
    }

    @Test
    void saysThatItsDirectoryIsMissing(CapturedOutput output) throws Exception {
        TestDatabase.embedded(directory);

        assertRefused(directory, directory.resolve("no/b.db"), output, "NoSuchFileException", "permission to write");
    }

    @Test
    void leavesPostgresToItsOwnMeans(CapturedOutput output) {
        Throwable refused = catchThrowable(() ->
                Backup.make("--feedforward.backup-to=b.db", "--spring.datasource.url=jdbc:postgresql://localhost/x"));

        assertThat(refused).isInstanceOf(UnusableDatabaseException.class);
        assertThat(output).contains("pg_dump");
    }

    private void assertRefused(Path data, Path target, CapturedOutput output, String... told) {
        assertThat(catchThrowable(() -> make(data, target))).isInstanceOf(UnusableDatabaseException.class);
        assertThat(output).contains("APPLICATION FAILED TO START").contains(told);
    }

    private static void make(Path data, Path target) {
        Backup.make("--feedforward.backup-to=" + target, "--feedforward.data-dir=" + data);
    }

    /** Two rows in one statement, so that a backup has an even number of them. */
    private static void writePair(DataSource source, int number) {
        JdbcClient.create(source)
                .sql("insert into model_name (name, last_version) values ('a' || :number, 1), ('b' || :number, 1)")
                .param("number", number)
                .update();
    }

    private Stream<String> files() throws Exception {
        try (Stream<Path> found = Files.list(directory)) {
            return found.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
