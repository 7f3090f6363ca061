package dev.feedforward.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.database.TestDatabase;
import dev.feedforward.dataset.store.DatasetLimits;
import dev.feedforward.dataset.table.MissingValues;
import dev.feedforward.dataset.table.Splitting;
import dev.feedforward.dataset.upload.TestOptions;
import dev.feedforward.dataset.upload.UploadOptions;
import dev.feedforward.error.ServiceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Files that are refused, each with the place and what to do; nothing of them is kept. */
class BadFileTests {

    @TempDir
    private Path directory;

    private DataSource database;
    private TestUploads uploads;

    @BeforeEach
    void open() {
        database = TestDatabase.embedded(directory);
        uploads = new TestUploads(database, TestUploads.LIMITS);
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(uploads.left()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "'' => file: is empty",
                "' ' => file: is empty",
                "'x,y/' => file: has a header and no rows",
                "'x,y' => file: is one line only",
                "'x,y1,23,4' => file: is one line only",
                "'x,,y/1,2,3' => line 1, column 2: has no name: leave it out by ignore=2",
                "'x,y,x/1,2,3' => line 1, column 3: is named \"x\", as column 1 is: give it another name, or leave it out by ignore=3",
                "'sep=;/x;y/1;2' => line 1: is a spreadsheet's note",
                "'0,1,2,y/4,5,6,7/4,5,6,7/4,5,6,7/4,5,6,7/4,5,6,7/4,5,6,7/4,5,6,7/4,5,6,7/4,5,6,7' => line 1, column \"column 4\": \"y\" is not a number, as the column's other values are; if the first line names the columns, say header=true",
                "'x,y/1,2,/3,4,' => line 2: and all rows after it end in a delimiter, so that they have 3 values, but the first line names 2 columns: take",
                "'x,y/1,2,/3,4' => line 2: has 3 values, but there are 2 columns",
                "'x,y/1,2/3' => line 3: has 1 values, but there are 2 columns",
                "'x,y/1,2/3,4,5' => line 3: has 3 values, but there are 2 columns",
                "'x,y/1,2/3,NA' => line 3, column \"y\": there is no value: say missing=drop",
                "'x,y/1,2/3,1e999' => line 3, column \"y\": \"1e999\" is too large",
                "'x/1/2' => file: has no column for input beside its answers",
                "'x,y/1,2/,4' => line 3, column \"x\": there is no value",
                "'x;y/1;1,234/2;5,678' => line 3: \"5,678\" may be a fraction or thousands",
                "'x,split,y/1,test,2/3,test,4' => file: has no row to learn from: all 2 are to test with",
                "'x,y,z/?,1,2/?,3,4' => column \"x\": has no value in the first 2 rows: leave it out by ignore=x",
                "'x,y/1,\"2\"3' => line 2: Unexpected character after closing quote",
                "'[{\"x\": 1, \"y\": 2}, {\"z\": 3}]' => row 2, column \"z\": the first row has no such field",
                "'[{\"x\": 1, \"y\": 2}, {\"x\": 3}]' => row 2, column \"y\": there is no value",
                "'[{\"x\": 1, \"y\": 2, \"x\": 3}]' => row 1, column \"x\": is there twice",
                "'[{\"x\": 1, \"y\": 2}, {\"y\": 1, \"y\": 2}]' => row 2, column \"y\": is there twice",
                "'[[\"a\", \"b\"], {\"x\": \"c\", \"y\": \"d\"}]' => row 2: is an object, the rows before are lists",
                "'[{\"x\": 1, \"y\": 2}, [3, 4]]' => row 2: is a list, the rows before are objects",
                "'[[1, 2], [3, 4]]/[[5, 6]]' => line 2: something follows the list of rows",
                "'[[1, 2], [3, 4]] 5' => line 1: something follows the list of rows",
                "'{\"x\": 1, \"y\": 2}/{\"x\": 3, \"y\": 4}' => file: is an object, where a list of rows is read",
                "'[[], [1, 2]]' => row 1: has no value",
                "'[{}, {\"x\": 1}]' => row 1: has no value",
                "'[[1, 2], []]' => row 2: has no value",
                "'[]' => file: is empty",
                "'[1, 2]' => row 1: a row is a list or an object",
                "'[[1, 2], [3, [4]]]' => row 2: a value is a number, a text or null"
            })
    void tellsWhatIsWrong(String text, String fault) {
        String file = text.substring(1, text.length() - 1).replace('/', '\n');

        assertThat(faults(file, UploadOptions.DEFAULT).get(0)).startsWith(fault);
    }

    @Test
    void tellsManyFaultsAtOnceWithTheirLines() {
        String good = "1,2\n".repeat(30);

        assertThat(faults("x,y\n" + good + "tall,1\n\n2,\"1_000\"\n0x10,3\n1,inf", UploadOptions.DEFAULT))
                .containsExactly(
                        "line 32, column \"x\": \"tall\" is not a number, as the column's other values are",
                        "line 34, column \"y\": \"1_000\" is not a number, as the column's other values are",
                        "line 35, column \"x\": \"0x10\" is not a number, as the column's other values are",
                        "line 36, column \"y\": \"inf\" is not a number, as the column's other values are; a network takes finite numbers: leave the cell empty where there is none");
        assertThat(faults("x,y\n" + good.repeat(9) + "a,b\n".repeat(15), UploadOptions.DEFAULT))
                .hasSize(20);
    }

    @Test
    void tellsAColumnWithNeitherNameNorValuesOnce() {
        assertThat(faults("x,y,\n1,2,\n3,4,\n", UploadOptions.DEFAULT))
                .singleElement()
                .asString()
                .startsWith("line 1, column 3: has no name: leave it out by ignore=3");
    }

    @Test
    void tellsWhichColumnsThereAre() {
        String text = "width,length,species\n1,2,a\n3,4,b\n";

        assertThat(faults(text, new TestOptions().answers("specis").build()))
                .containsExactly("parameter answers: there is no column \"specis\"; did you mean \"species\"?");
        assertThat(faults(text, new TestOptions().ignore("7").build()))
                .containsExactly(
                        "parameter ignore: there is no column \"7\"; there are \"width\", \"length\", \"species\"");
        assertThat(faults(text, new TestOptions().answers("length,species").build()))
                .containsExactly(
                        "column \"species\": is of texts, so it cannot be one of 2 answers: name it alone, or columns of numbers");
        assertThat(faults(text, new TestOptions().answers("1,2,3").build())).hasSize(2);
        assertThat(faults(
                        "x,split,y\n1,test,2\n3,train,4\n",
                        new TestOptions().splitting(new Splitting(0.2, 1)).build()))
                .containsExactly(
                        "parameter test: the column \"split\" says which rows are to test with: leave test out, or say ignore=split");
    }

    @Test
    void tellsOfColumnsOfNoUse() {
        String names = IntStream.range(0, 1_100).mapToObj(i -> "n" + i + ",1\n").collect(Collectors.joining());

        assertThat(faults("name,y\n" + names, UploadOptions.DEFAULT).get(0))
                .startsWith("line 1002, column \"name\": here are more than 1000 different texts")
                .contains("ignore=name");
        assertThat(faults("x,y\n1,a\n2," + "b".repeat(300), UploadOptions.DEFAULT)
                        .get(0))
                .startsWith("line 3, column \"y\": \"bbbb")
                .contains("a text of 300 characters");
        assertThat(faults(
                        "x,y,z\n,1,2\n,3,4\n",
                        new TestOptions().missing(MissingValues.MEAN).build()))
                .containsExactly("column \"x\": has no value at all: leave it out by ignore=x");
        assertThat(faults(
                        "x,y\n,1\n,2\n",
                        new TestOptions().missing(MissingValues.DROP).build()))
                .containsExactly("column \"x\": has no value at all: leave it out by ignore=x");
        assertThat(faults(
                        "x,y,z\n,1,2\n1,,2\n",
                        new TestOptions().missing(MissingValues.DROP).build()))
                .containsExactly("file: has no row without a missing value among its 2");
        assertThat(faults("x,y\n" + "1,2\n".repeat(20) + "3,n/a\n4,\"$1,234\"\n", UploadOptions.DEFAULT))
                .containsExactly(
                        "line 22, column \"y\": \"n/a\" is not a number, as the column's other values are; where it stands for a missing value, leave the cell empty",
                        "line 23, column \"y\": \"$1,234\" is not a number, as the column's other values are; write plain numbers without the currency, such as 1234.5");
    }

    @Test
    void knowsOtherEncodingsAndFiles() {
        assertThat(foreign("x,y\n1,2\n".getBytes(StandardCharsets.UTF_16))).contains("this is UTF-16");
        assertThat(foreign("x,y\n1,2\n".getBytes(StandardCharsets.UTF_16LE))).contains("this is UTF-16");
        assertThat(foreign("x,y\n1,2\n3,é\n".getBytes(Charset.forName("ISO-8859-1"))))
                .contains("not UTF-8")
                .contains("iconv");
        assertThat(foreign(new byte[] {'P', 'K', 3, 4, 0, 0})).contains("zip archive", "unzip -p");
        assertThat(foreign("PK\3\4\24\0....[Content_Types].xml".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("Excel", "CSV UTF-8");
        assertThat(foreign("PK\3\4..mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
                        .getBytes(StandardCharsets.ISO_8859_1)))
                .contains("OpenDocument");
        assertThat(foreign("<!DOCTYPE HTML>\n<html>\n".getBytes(StandardCharsets.UTF_8)))
                .contains("web page");
        assertThat(foreign("PAR1....".getBytes(StandardCharsets.UTF_8))).contains("Parquet");
        assertThat(foreign(new byte[] {'x', 7, 'y'})).contains("no text");
    }

    @Test
    void readsValuesThatAreAsLongAsTheyMayBe() {
        String rows = "x,y\n1,%1$s\n2,%1$s\n";

        assertThat(faults(rows.formatted("z".repeat(65_536)), UploadOptions.DEFAULT)
                        .get(0))
                .contains("is a text of 65536 characters, not a category");
        assertThat(faults(rows.formatted("z".repeat(65_537)), UploadOptions.DEFAULT)
                        .get(0))
                .startsWith("line 2: a value has more than 65536 characters");
    }

    @Test
    void breaksOffWhatHasNoEnd() {
        assertThat(faults("x,y\n1,2\n" + "3".repeat(10_000_000), UploadOptions.DEFAULT)
                        .get(0))
                .startsWith("line 3: a value has more than 65536 characters");
        assertThat(faults("x,y\n1,2\n" + ",".repeat(10_000_000), UploadOptions.DEFAULT)
                        .get(0))
                .startsWith("line 3: has more than 5000 values");
        assertThat(faults("x,y\n" + "1,2\n".repeat(2_000) + ",".repeat(10_000_000), UploadOptions.DEFAULT)
                        .get(0))
                .startsWith("line 2002: has more than 5000 values");
        String wide = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertThat(faults(wide + "\n", UploadOptions.DEFAULT).get(0))
                .startsWith("line 1: has more than 5000 values")
                .contains("feedforward.limits.dataset-columns");
        assertThat(faults("[[\"" + "x".repeat(100_000) + "\"]]", UploadOptions.DEFAULT)
                        .get(0))
                .contains("a string has more than 65536 characters");
    }

    @Test
    void keepsToItsLimits() {
        TestUploads few = new TestUploads(database, new DatasetLimits(DataSize.ofKilobytes(1), 10, 10));

        assertThatThrownBy(() -> few.store("x,y\n" + "1,2\n".repeat(300), UploadOptions.DEFAULT))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("more than 1024 bytes");
        assertThatThrownBy(() -> few.store("x,y\n" + "1,2\n".repeat(6), UploadOptions.DEFAULT))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("At line 7 the file has more than 10 values");
    }

    @Test
    void refusesBombsAndDamagedArchives() throws IOException {
        byte[] archive = gzip(output -> {
            byte[] rows = ("1,2" + " ".repeat(1_020) + "\n").repeat(1 << 10).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 80; i++) {
                output.write(rows);
            }
        });
        InputStream bomb = new ByteArrayInputStream(archive);
        assertThatThrownBy(() -> uploads.store("bomb", bomb, UploadOptions.DEFAULT))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("more than 200 times as many");
        assertThat(faults(Arrays.copyOf(archive, archive.length / 8), UploadOptions.DEFAULT)
                        .get(0))
                .startsWith("file: ends too early");
    }

    @Test
    void tellsWhatIsWrongWithArchives() throws IOException {
        byte[] archive = gzip(output -> output.write("x,y\n1,2\n3,4\n".getBytes(StandardCharsets.US_ASCII)));
        byte[] bent = archive.clone();
        bent[bent.length - 6] ^= 1;

        assertThat(foreign(new byte[] {0x1F, (byte) 0x8B, 0, 0, 0, 0, 0, 0, 0, 0}))
                .startsWith("file: begins as gzip does, but cannot be decompressed: its header is damaged");
        assertThat(foreign(bent)).contains("its check sum is another");
        assertThat(foreign(joined(archive, new byte[] {'x'}))).contains("something else follows it");
        assertThat(foreign(gzip(output -> output.write(archive)))).contains("gzip within gzip");
        assertThat(foreign(gzip(output -> {}))).startsWith("file: is empty");
        for (int length = 2; length < archive.length; length++) {
            assertThat(foreign(Arrays.copyOf(archive, length)))
                    .as(length + " bytes")
                    .startsWith("file: ends too early");
        }
        for (int length = 2; length < archive.length; length++) {
            assertThat(foreign(joined(archive, Arrays.copyOf(archive, length))))
                    .as(length + " bytes of a second member")
                    .startsWith("file: ends too early");
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    @Test
    void leavesNothingOfWhatBreaksOff() {
        byte[] rows = "1.5,2\n".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        InputStream broken = new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at == rows.length) {
                    throw new IOException("cut off");
                }
                return rows[at++];
            }
        };

        assertThatThrownBy(() -> uploads.store("mine", broken, UploadOptions.DEFAULT))
                .hasMessageContaining("cut off");
        assertThat(faults("x,y\n" + "1.5,2\n".repeat(200_000) + "1", UploadOptions.DEFAULT))
                .hasSize(1);
    }

    private String foreign(byte[] content) {
        return uploads.faults(content, UploadOptions.DEFAULT).get(0);
    }

    private List<String> faults(byte[] content, UploadOptions options) {
        return uploads.faults(content, options);
    }

    private List<String> faults(String text, UploadOptions options) {
        return uploads.faults(text.getBytes(StandardCharsets.UTF_8), options);
    }

    @FunctionalInterface
    private interface Writing {
        void to(GZIPOutputStream output) throws IOException;
    }

    private static byte[] gzip(Writing writing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream output = new GZIPOutputStream(bytes)) {
            writing.to(output);
        }
        return bytes.toByteArray();
    }
}
