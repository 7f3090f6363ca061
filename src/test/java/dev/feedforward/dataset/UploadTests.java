package dev.feedforward.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.feedforward.database.TestDatabase;
import dev.feedforward.dataset.encoding.InputColumns;
import dev.feedforward.dataset.file.Delimiters;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.table.Column;
import dev.feedforward.dataset.table.Column.Kind;
import dev.feedforward.dataset.table.Column.Role;
import dev.feedforward.dataset.table.ColumnFigures;
import dev.feedforward.dataset.table.Fingerprint;
import dev.feedforward.dataset.table.MissingValues;
import dev.feedforward.dataset.table.Split;
import dev.feedforward.dataset.table.Splitting;
import dev.feedforward.dataset.table.Table;
import dev.feedforward.dataset.table.TestColumns;
import dev.feedforward.dataset.upload.TestOptions;
import dev.feedforward.dataset.upload.UploadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files become. */
class UploadTests {

    private static final String FLOWERS = """
            petal length,petal width,species
            1.4,0.2,setosa
            6.0,2.5,virginica
            4.7,1.4,versicolor
            4.5,1.5,versicolor
            """;

    @TempDir
    private Path directory;

    private TestUploads uploads;

    @BeforeEach
    void open() {
        uploads = new TestUploads(TestDatabase.embedded(directory), TestUploads.LIMITS);
    }

    @Test
    void findsOutNamesNumbersAndCategories() {
        Dataset dataset = uploads.store(FLOWERS, UploadOptions.DEFAULT);

        assertThat(dataset.definition().columns())
                .containsExactly(
                        TestColumns.number("petal length"),
                        TestColumns.number("petal width"),
                        TestColumns.category("species", Role.ANSWER, "setosa", "versicolor", "virginica"));
        assertThat(rows(dataset)).containsExactly("1.4 0.2 0.0", "6.0 2.5 2.0", "4.7 1.4 1.0", "4.5 1.5 1.0");
        assertThat(dataset.definition().figures().get(0)).isEqualTo(new ColumnFigures(1.4, 6.0, 4.15, List.of()));
        assertThat(dataset.definition().figures().get(2).counts()).containsExactly(1, 2, 1);
        assertThat(dataset.definition().bytes()).isEqualTo(FLOWERS.length());
        assertThat(dataset.definition().sha256()).isEqualTo(Fingerprint.sha256(FLOWERS.getBytes()));
        assertThat(uploads.datasets.table(dataset)).isSameAs(uploads.datasets.table(dataset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,y\r\n1,2\r\n3,4\r\n",
                "\uFEFFx,y\n1,2\n\n  \n3,4",
                "x;y\n1;2\n3;4\n",
                "x\ty\n1\t2\n3\t4\n",
                "x|y\n 1 | 2 \n3|4\n",
                "\"x\",\"y\"\n\"1\",\"2\"\n\"3\",\"4\"\n",
                "x;y\n1,0;2,00\n3,0;4\n",
                "[{\"x\": 1, \"y\": 2}, {\"y\": 4.0, \"x\": 3}]",
                " [[\"x\", \"y\"], [1, 2], [\"3\", 4e0]]"
            })
    void readsTheSameRowsHoweverTheyAreWritten(String text) {
        Dataset dataset = uploads.store(text, UploadOptions.DEFAULT);

        assertThat(dataset.definition().columns()).extracting(Column::name).containsExactly("x", "y");
        assertThat(rows(dataset)).containsExactly("1.0 2.0", "3.0 4.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\",1,2", "\"%s,1,2", "\"%s\"\"\",1,2"})
    void readsLongTextsBetweenQuotes(String line) {
        String text = "review,a,y\n" + line.formatted("x\"\"".repeat(50_000)) + "\n\"x\",2,3\n\"y\",3,4\n";

        assertThat(Delimiters.find(text)).isEqualTo(',');
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "  \n", "\t\n", ",\n", " , ,,\n", "\"\"\n"})
    void takesEmptyLinesForNoRowsWhereverTheyAre(String empty) {
        String rows = IntStream.range(0, 1_200)
                .mapToObj(i -> i + ",1\n" + (i % 100 == 0 ? empty : ""))
                .collect(Collectors.joining());

        Dataset dataset = uploads.store(empty + "x,y\n" + empty + rows + empty + empty, UploadOptions.DEFAULT);

        assertThat(dataset.definition().rows()).isEqualTo(1_200);
        assertThat(dataset.definition().droppedRows()).isZero();
        assertThat(dataset.definition().figures().get(0).mean()).isEqualTo(599.5);
        assertThat(dataset.definition().columns()).extracting(Column::name).containsExactly("x", "y");
    }

    @Test
    void readsAllMembersOfAnArchiveHoweverSlowlyTheyCome() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        for (String part : List.of("x,y\n1,2\n", "", "3,4\n", "5,6\n")) {
            try (GZIPOutputStream member = new GZIPOutputStream(archive)) {
                member.write(part.getBytes(StandardCharsets.US_ASCII));
            }
        }
        InputStream oneByOne = new FilterInputStream(new ByteArrayInputStream(archive.toByteArray())) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(length, 1));
            }

            @Override
            public int available() {
                return 0;
            }
        };

        Dataset dataset = uploads.store("packed", oneByOne, UploadOptions.DEFAULT);

        assertThat(rows(dataset)).containsExactly("1.0 2.0", "3.0 4.0", "5.0 6.0");
    }

    @Test
    void readsNamesAndNotesInAnArchivesHeader() {
        // gzip -c of a file named rows.csv, with the flags of a comment, an extra field and a checked header set by
        // hand.
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        byte[] text = "x,y\n1,2\n".getBytes(StandardCharsets.US_ASCII);
        deflater.setInput(text);
        deflater.finish();
        byte[] packed = new byte[100];
        int length = deflater.deflate(packed);
        deflater.end();
        CRC32 sum = new CRC32();
        sum.update(text);
        ByteBuffer archive = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
        archive.put(new byte[] {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3});
        archive.putShort((short) 3).put(new byte[] {7, 0, 7});
        archive.put("rows.csv\0a note\0".getBytes(StandardCharsets.US_ASCII)).putShort((short) 0x1234);
        archive.put(packed, 0, length).putInt((int) sum.getValue()).putInt(text.length);

        Dataset dataset = uploads.store(
                "noted", new ByteArrayInputStream(archive.array(), 0, archive.position()), UploadOptions.DEFAULT);

        assertThat(rows(dataset)).containsExactly("1.0 2.0");
    }

    @Test
    void namesColumnsThatHaveNoName() {
        Dataset dataset = uploads.store("1,a\n2,b\n", UploadOptions.DEFAULT);

        assertThat(dataset.definition().columns()).extracting(Column::name).containsExactly("column 1", "column 2");
        assertThat(dataset.definition().rows()).isEqualTo(2);
        assertThat(uploads.store("a,b\nb,a\na,b\n", UploadOptions.DEFAULT)
                        .definition()
                        .rows())
                .isEqualTo(3);
        assertThat(uploads.store("a,b\nc,d\ne,d\n", UploadOptions.DEFAULT)
                        .definition()
                        .rows())
                .isEqualTo(2);
        assertThat(uploads.store("2019,2020\n1,2\n", options().header(true).build())
                        .definition()
                        .columns())
                .extracting(Column::name)
                .containsExactly("2019", "2020");
    }

    @Test
    void doesWhatItIsToldWithColumns() {
        Dataset dataset = uploads.store(
                "id,class,x,y\n7,1,2,3\n8,0,4,5\n",
                options().answers("class").ignore("1").categories("class").build());

        assertThat(dataset.definition().columns())
                .extracting(Column::name, Column::kind, Column::role)
                .containsExactly(
                        tuple("class", Kind.CATEGORY, Role.ANSWER),
                        tuple("x", Kind.NUMBER, Role.INPUT),
                        tuple("y", Kind.NUMBER, Role.INPUT));
        assertThat(rows(dataset)).containsExactly("1.0 2.0 3.0", "0.0 4.0 5.0");
    }

    @Test
    void partsRowsAsAColumnSays() {
        Dataset dataset = uploads.store("x,y,split\n1,2,train\n3,4,Test\n5,6,TRAINING\n", UploadOptions.DEFAULT);

        assertThat(dataset.definition().testRows()).isEqualTo(1);
        assertThat(dataset.definition().columns().get(2).role()).isEqualTo(Role.SPLIT);
        assertThat(Split.of(uploads.datasets.table(dataset), Splitting.NONE).testRows())
                .containsExactly(1);
    }

    @Test
    void countsTheRowsThatWillTest() {
        String text = "x,y\n"
                + IntStream.range(0, 97)
                        .mapToObj(i -> i + "," + "abc".charAt(i % 7 / 3) + "\n")
                        .collect(Collectors.joining());
        Dataset dataset =
                uploads.store(text, options().splitting(new Splitting(0.3, 5)).build());

        Split split =
                Split.of(uploads.datasets.table(dataset), dataset.definition().splitting());

        assertThat(split.testRows()).hasSize(dataset.definition().testRows()).hasSize(29);
    }

    @Test
    void keepsOrDropsRowsWithMissingValues() {
        String text = "x,color,y\n1,red,2\n?,blue,3\n4,NA,5\n6,red,\n7,\"NA\",8\n";

        Dataset kept = uploads.store(text, options().missing(MissingValues.MEAN).build());
        assertThat(rows(kept)).containsExactly("1.0 2.0 2.0", "NaN 1.0 3.0", "4.0 NaN 5.0", "7.0 0.0 8.0");
        assertThat(kept.definition().columns()).extracting(Column::missing).containsExactly(1, 1, 0);
        assertThat(kept.definition().columns().get(1).categories()).containsExactly("NA", "blue", "red");
        assertThat(kept.definition().droppedRows()).isEqualTo(1);

        Dataset dropped =
                uploads.store(text, options().missing(MissingValues.DROP).build());
        assertThat(rows(dropped)).containsExactly("1.0 1.0 2.0", "7.0 0.0 8.0");
        assertThat(dropped.definition().droppedRows()).isEqualTo(3);
    }

    @Test
    void hasMeansOfNumbersWhoseSumIsTooLarge() {
        Dataset dataset = uploads.store(
                "x,y\n1.5e308,1\n1.7e308,2\n1.6e308,3\n,4\n",
                options().missing(MissingValues.MEAN).build());
        Table table = uploads.datasets.table(dataset);

        InputColumns fitted = InputColumns.fit(table, new int[] {0, 1, 2, 3});

        assertThat(dataset.definition().figures().get(0).mean()).isEqualTo(1.6e308);
        assertThat(ColumnFigures.of(table, 0))
                .isEqualTo(dataset.definition().figures().get(0));
        assertThat(fitted.columns().get(0).mean()).isEqualTo(1.6e308);
    }

    @Test
    void readsManyChunksToTheBit() {
        Random random = new Random(3);
        double[][] values = random.doubles(3_000 * 800L)
                .collect(() -> new Rows(3_000, 800), Rows::add, (one, other) -> {})
                .rows();
        String text = Arrays.stream(values)
                .map(row -> Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));

        Dataset dataset = uploads.store(text, UploadOptions.DEFAULT);

        Table table = uploads.datasets.table(dataset);
        assertThat(uploads.left()).isEqualTo(1 + 3);
        double[] row = new double[800];
        for (int i = 0; i < values.length; i++) {
            table.copyRow(i, row, 0);
            assertThat(Arrays.equals(row, values[i])).as("row " + i).isTrue();
        }
    }

    /** Collects numbers row by row. */
    private static final class Rows {
        private final double[][] rows;
        private int at;

        Rows(int rows, int columns) {
            this.rows = new double[rows][columns];
        }

        void add(double value) {
            rows[at / rows[0].length][at % rows[0].length] = value;
            at++;
        }

        double[][] rows() {
            return rows;
        }
    }

    private List<String> rows(Dataset dataset) {
        Table table = uploads.datasets.table(dataset);
        return IntStream.range(0, table.rows())
                .mapToObj(row -> IntStream.range(0, table.columns().size())
                        .mapToObj(column -> Double.toString(table.get(row, column)))
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static TestOptions options() {
        return new TestOptions();
    }
}
