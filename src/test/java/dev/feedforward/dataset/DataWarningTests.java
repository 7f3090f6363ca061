package dev.feedforward.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.TestDatabase;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.DataWarning;
import dev.feedforward.dataset.upload.TestOptions;
import dev.feedforward.dataset.upload.UploadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets that are stored as they are, with a word on what may have been meant. */
class DataWarningTests {

    @TempDir
    private Path directory;

    private TestUploads uploads;

    @BeforeEach
    void open() {
        uploads = new TestUploads(TestDatabase.embedded(directory), TestUploads.LIMITS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "\"1,2%02d\" => marks between thousands",
                "\"1,2%02d.50\" => marks between thousands",
                "1 2%02d => marks between thousands",
                "$12%02d => currency",
                "12%02d EUR => currency",
                "%02d%% => percent",
                "\"7,%02d\" => comma before the fraction",
                "1%02d kg => their unit"
            })
    void tellsOfNumbersThatAreTakenForTexts(String written, String told) {
        DataWarning warning = only(table("x,price,y", i -> "%d,%s,%d".formatted(i * i, written.formatted(i), i % 2)));

        assertThat(warning.code()).isEqualTo("numbers_as_texts");
        assertThat(warning.detail())
                .startsWith("The column \"price\" was taken for 30 categories, though 30 of its 30 values are")
                .contains(told, "(line 2)");
        assertThat(warning.action()).contains("categories=price");
    }

    @Test
    void tellsTheFirstTextsAmongNumbers() {
        DataWarning warning =
                only(table("x,y", i -> "%d,%s".formatted(i * i, i % 5 == 4 ? "#N/A" : String.valueOf(i))));

        assertThat(warning.code()).isEqualTo("numbers_as_texts");
        assertThat(warning.detail())
                .contains("24 of its 30 values are numbers, 6 are texts, such as \"#N/A\" (line 6)");
        assertThat(warning.action()).contains("missing=mean", "header=true", "numbers=y", "categories=y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-01-%02d", "2024-01-%02d 10:00:00", "%02d.03.2024", "3/%02d/2024", "10:%02d"})
    void tellsOfDates(String written) {
        DataWarning warning = only(table("day,x,y", i -> "%s,%d,%d".formatted(written.formatted(i + 1), i * i, i % 2)));

        assertThat(warning.code()).isEqualTo("dates_as_texts");
        assertThat(warning.action()).contains("ignore=day");
    }

    @Test
    void tellsOfTextsThatEachRowHasForItself() {
        DataWarning names = only(table("name,x,y", i -> "person %s,%d,%d".formatted((char) ('A' + i), i * i, i % 2)));
        DataWarning sentences = only(table(
                "text,x,y",
                i -> "a message of many words for the person who has the number %d,%d,%d".formatted(i, i * i, i % 2)));

        assertThat(names.code()).isEqualTo("one_value_a_row");
        assertThat(names.detail()).contains("30 categories in 30 rows", "says nothing about others");
        assertThat(names.action()).contains("ignore=name");
        assertThat(sentences.code()).isEqualTo("one_value_a_row");
        assertThat(sentences.detail()).contains("texts are no input");
    }

    @Test
    void tellsOfWhatNumbersLose() {
        DataWarning zeros = only(table("zip,x,y", i -> "%05d,%d,%d".formatted(37 * i, i * i, i % 2)));
        DataWarning large =
                only(table("key,x,y", i -> "%d,%d,%d".formatted(9_007_199_254_740_993L + 3 * i, i * i, i % 2)));

        assertThat(zeros.code()).isEqualTo("leading_zeros");
        assertThat(zeros.detail()).contains("30 of its values", "\"00000\" (line 2)");
        assertThat(zeros.action()).contains("categories=zip", "ignore=zip", "numbers=zip");
        assertThat(large.code()).isEqualTo("large_integers");
        assertThat(large.detail()).contains("30 values", "\"9007199254740993\" (line 2)");
        assertThat(large.action()).contains("ignore=key");
    }

    @Test
    void tellsOfRowNumbersAndColumnsThatSayNothing() {
        DataWarning counting = only(table("id,x,y", i -> "%d,%d,%d".formatted(i + 1, i * i, i % 2)));
        DataWarning constant = only(table("x,same,y", i -> "%d,7,%d".formatted(i * i, i % 2)));
        DataWarning category = only(table("x,same,y", i -> "%d,red,%d".formatted(i * i, i % 2)));

        assertThat(counting.code()).isEqualTo("row_number");
        assertThat(counting.detail()).contains("\"id\" counts the rows, from 1 on");
        assertThat(constant.code()).isEqualTo("constant_column");
        assertThat(constant.detail()).contains("\"same\" is 7 in all rows");
        assertThat(category.detail()).contains("is \"red\" in all rows");
    }

    @Test
    void tellsOfAFirstLineThatCounts() {
        String text = table("0,1,2", i -> "%d,%d,%d".formatted(i * i, 3 * i, i % 2));

        DataWarning warning = only(text);

        assertThat(warning.code()).isEqualTo("numeric_header");
        assertThat(warning.detail()).contains("from 0 to 2");
        assertThat(warnings(text, new TestOptions().header(false).build())).isEmpty();
        assertThat(warnings(text, new TestOptions().header(true).build())).isEmpty();
    }

    @Test
    void isSilentOfWhatIsSaidOrAsItShouldBe() {
        assertThat(warnings(
                        table("zip,day,y", i -> "%05d,2024-01-%02d,%d".formatted(i * i, i + 1, i % 2)),
                        new TestOptions().categories("zip,day").build()))
                .isEmpty();
        assertThat(warnings(
                        table("x,colour,y", i -> "%d.5,%s,%d".formatted(i, i % 3 == 0 ? "red" : "blue", i % 2)),
                        UploadOptions.DEFAULT))
                .isEmpty();
        assertThat(warnings("a,b,y\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n", UploadOptions.DEFAULT))
                .isEmpty();
        assertThat(warnings(table("x,y", i -> "%d,%d".formatted(i, 2 * i + i % 3)), UploadOptions.DEFAULT))
                .isEmpty();
    }

    @Test
    void leavesOutColumnsWithoutANameByTheirNumbers() {
        String text = table(",x,x,y", i -> "%d,%d,5,%d".formatted(i, i * i, i % 2));

        Dataset dataset = uploads.store(text, new TestOptions().ignore("1,3").build());

        assertThat(dataset.definition().columns()).extracting(Column::name).containsExactly("x", "y");
        assertThat(dataset.definition().warnings()).isEmpty();
    }

    private static String table(String header, IntFunction<String> row) {
        return header
                + IntStream.range(0, 30).mapToObj(i -> "\n" + row.apply(i)).collect(Collectors.joining()) + "\n";
    }

    private List<DataWarning> warnings(String text, UploadOptions options) {
        return uploads.store(text, options).definition().warnings();
    }

    private DataWarning only(String text) {
        List<DataWarning> warnings = warnings(text, UploadOptions.DEFAULT);
        assertThat(warnings).hasSize(1);
        return warnings.get(0);
    }
}
