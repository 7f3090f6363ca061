package dev.feedforward.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.Refusal;
import dev.feedforward.database.fault.UnusableDatabaseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

class DataDirectoryTests {

    @TempDir
    private Path directory;

    @Test
    void belongsToOneServiceOfThisJvmUntilThatCloses() throws Exception {
        try (DataDirectory first = DataDirectory.take(directory)) {
            FailureAnalysis analysis = Refusal.of(() -> DataDirectory.take(directory.resolve(".")));

            assertThat(first.file()).isEqualTo(directory.toRealPath().resolve("feedforward.db"));
            assertThat(analysis.getDescription())
                    .contains(directory.toRealPath().toString(), "in use");
            assertThat(analysis.getAction()).contains("Stop the other", "--feedforward.data-dir", "jdbc:postgresql");
        }
        DataDirectory.take(directory).close();
    }

    @Test
    void isTheSameDirectoryUnderAnotherName() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Files.createDirectory(directory.resolve("d")));

        try (DataDirectory first = DataDirectory.take(directory.resolve("d"))) {
            assertThat(Refusal.of(() -> DataDirectory.take(link)).getDescription())
                    .contains(first.path().toString());
        }
    }

    @Test
    void belongsToOneProcessUntilThatIsKilled() throws Exception {
        Process other = holder();
        try {
            assertThat(answer(other)).isEqualTo("taken");
            assertThat(Refusal.of(() -> DataDirectory.take(directory)).getDescription())
                    .contains("in use");
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(20, TimeUnit.SECONDS)).isTrue();

        DataDirectory.take(directory).close();
    }

    @Test
    void staysTakenForOtherProcessesAfterThisOneWasRefusedItTwice() throws Exception {
        try (DataDirectory first = DataDirectory.take(directory)) {
            assertThat(Refusal.of(() -> DataDirectory.take(first.path()))).isNotNull();

            Process other = holder();
            try {
                assertThat(answer(other)).isEqualTo("refused");
            } finally {
                other.destroyForcibly();
            }
        }
    }

    private Process holder() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String answer(Process process) throws IOException {
        BufferedReader reader = process.inputReader();
        return reader.readLine();
    }

    /** Another process: takes the directory, says so, and holds it until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (DataDirectory taken = DataDirectory.take(Path.of(arguments[0]))) {
                System.out.println("taken");
                int ended = System.in.read();
                assert ended < 0 : taken;
            } catch (UnusableDatabaseException e) {
                System.out.println("refused");
            }
        }
    }
}
