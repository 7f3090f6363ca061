package dev.feedforward.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.database.TestDatabase;
import dev.feedforward.dataset.upload.UploadOptions;
import dev.feedforward.memory.MemoryBudget;
import dev.feedforward.memory.MemoryBudget.Reservation;
import dev.feedforward.memory.MemoryRefusedException;
import dev.feedforward.memory.RequestMemory;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that would take more memory than an upload usually does, of which here are 8 MB more. */
class UploadMemoryTests {

    private final MemoryBudget budget = new MemoryBudget(40L << 20);
    private TestUploads uploads;

    @BeforeEach
    void open(@TempDir Path directory) {
        uploads = new TestUploads(TestDatabase.embedded(directory), TestUploads.LIMITS);
    }

    @Test
    void takesCategoriesThatFitAndGivesAllBack() {
        try (Reservation request = RequestMemory.begin(budget)) {
            assertThat(uploads.store(categories(200), UploadOptions.DEFAULT)
                            .definition()
                            .rows())
                    .isEqualTo(200);
        }
        assertThat(budget.reserved()).isZero();
    }

    @Test
    void refusesAFirstLineThatDoesNotFit() {
        assertRefused(list(200, column -> "text".repeat(10_000) + column) + "\n1\n");
    }

    @Test
    void refusesAnObjectThatDoesNotFit() {
        assertRefused("[{" + list(300, column -> "\"" + "name".repeat(5_000) + column + "\":1") + "}]");
        assertRefused("[{" + list(300, column -> "\"" + column + "\":\"" + "text".repeat(5_000) + "\"") + "}]");
    }

    @Test
    void refusesCategoriesThatDoNotFit() {
        assertRefused(categories(900));
    }

    private static String categories(int rows) {
        String header = list(50, column -> "column" + column);
        return IntStream.range(0, rows)
                .mapToObj(row -> list(50, column -> "category-" + column + "-" + row))
                .collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    private void assertRefused(String file) {
        try (Reservation request = RequestMemory.begin(budget)) {
            assertThatThrownBy(() -> uploads.store(file, UploadOptions.DEFAULT))
                    .isInstanceOf(MemoryRefusedException.class)
                    .hasMessageEndingWith(" MB of memory or more, of at most 40.");
        }
        assertThat(budget.reserved()).isZero();
        assertThat(uploads.repository.names()).isEmpty();
    }

    private static String list(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
    }
}
