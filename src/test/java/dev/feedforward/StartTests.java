package dev.feedforward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.feedforward.database.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator reads where the service does not start. */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

    @TempDir
    private Path data;

    @Test
    void refusesADirectoryThatAnotherServiceHasUntilThatIsClosed(CapturedOutput output) {
        try (ConfigurableApplicationContext first = start()) {
            assertRefused(output, "The data directory " + data, "in use", "Stop the other one");
            assertThat(first.isRunning()).isTrue();
        }
        start().close();
    }

    @Test
    void refusesADamagedDatabaseAndLeavesItAsItIs(CapturedOutput output) throws Exception {
        Path file = data.resolve("feedforward.db");
        Files.writeString(file, "no database at all");

        assertRefused(output, file + " is damaged", "Put a backup in its place", "feedforward.db-wal");

        assertThat(file).hasContent("no database at all");
    }

    @Test
    void refusesTheTablesOfANewerVersion(CapturedOutput output) {
        JdbcClient.create(TestDatabase.embedded(data))
                .sql("insert into flyway_schema_history select 999, '999', 'later', type, 'V999__later.sql', checksum,"
                        + " installed_by, installed_on, 0, true from flyway_schema_history where version = '1'")
                .update();

        assertRefused(
                output,
                "newer version of the service: Detected",
                "locally: 999.",
                "before the other version was started");
    }

    @Test
    void saysThatThePostgresItWasToldOfDoesNotAnswer(CapturedOutput output) {
        assertThatException()
                .isThrownBy(() -> start(
                        "--spring.datasource.url=jdbc:postgresql://localhost:1/nobody",
                        "--spring.datasource.hikari.connection-timeout=300"));

        assertThat(output)
                .contains(
                        "APPLICATION FAILED TO START",
                        "Connection to localhost:1 refused",
                        "spring.datasource.password");
    }

    @Test
    void saysHowWhatIsToBeKeptIsWritten(CapturedOutput output) {
        assertThatException().isThrownBy(() -> start("--feedforward.keep.jobs=30x"));

        assertThat(output)
                .contains("APPLICATION FAILED TO START", "feedforward.keep.jobs", "\"30x\" says neither", "30d,1000");
    }

    private void assertRefused(CapturedOutput output, String... told) {
        assertThatException().isThrownBy(this::start);
        assertThat(output).contains("APPLICATION FAILED TO START").contains(told);
    }

    private ConfigurableApplicationContext start(String... more) {
        return new SpringApplicationBuilder(FeedforwardApplication.class)
                .run(Stream.concat(Stream.of("--server.port=0", "--feedforward.data-dir=" + data), Stream.of(more))
                        .toArray(String[]::new));
    }
}
