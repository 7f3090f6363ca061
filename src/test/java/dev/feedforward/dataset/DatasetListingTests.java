package dev.feedforward.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.computing.FreeTurns;
import dev.feedforward.database.StoredJson;
import dev.feedforward.database.TestDatabase;
import dev.feedforward.dataset.builtin.AnsweredRows;
import dev.feedforward.dataset.builtin.BuiltInSets;
import dev.feedforward.dataset.builtin.Drawing;
import dev.feedforward.dataset.builtin.SetParameter;
import dev.feedforward.dataset.rows.ImageSize;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.store.DatasetRepository;
import dev.feedforward.dataset.store.TableReader;
import dev.feedforward.dataset.upload.UploadOptions;
import dev.feedforward.error.ServiceException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Data sets that the service brings along, beside uploaded ones. */
class DatasetListingTests {

    private static final Drawing AS_IT_IS = new Drawing(null, null, null);

    @TempDir
    private Path directory;

    private Datasets datasets;
    private DatasetListing listing;
    private TestUploads uploads;

    @BeforeEach
    void open() {
        DataSource database = TestDatabase.embedded(directory);
        DatasetRepository repository = new DatasetRepository(JdbcClient.create(database), new StoredJson());
        TableReader reader = new TableReader(repository);
        datasets = new Datasets(repository, reader);
        listing = new DatasetListing(datasets, reader, new BuiltInDatasets(FreeTurns.turns()));
        uploads = new TestUploads(database, TestUploads.LIMITS);
    }

    @Test
    void describesThemByTheirRows() {
        DatasetDetails xor = listing.describe("xor");

        assertThat(xor.summary().source()).isEqualTo(DatasetSummary.Source.BUILT_IN);
        assertThat(xor.summary().description()).contains("hidden layer");
        assertThat(xor.summary().parameters()).isNull();
        assertThat(xor.columns().get(2).mean()).isEqualTo(0.5);
        assertThat(xor.preview())
                .containsExactly(List.of(0L, 0L, 0L), List.of(0L, 1L, 1L), List.of(1L, 0L, 1L), List.of(1L, 1L, 0L));
    }

    @Test
    void tellsWhatADrawnOneTakesAndLooksLike() {
        DatasetSummary digits = listing.describe("digits").summary();

        assertThat(digits.image()).isEqualTo(new ImageSize(16, 16));
        assertThat(digits.classes()).hasSize(10);
        assertThat(digits.parameters()).extracting(SetParameter::name).contains("samples", "seed");
    }

    @Test
    void takesUploadedRowsOf256InputsForPictures() {
        String row = IntStream.range(0, 257).mapToObj(String::valueOf).collect(Collectors.joining(","));

        Dataset pictures = uploads.store(row + "\n" + row + "\n", UploadOptions.DEFAULT);

        assertThat(listing.describe(pictures).summary().image()).isEqualTo(new ImageSize(16, 16));
    }

    @Test
    void listsThemBehindUploadedOnesPageByPage() {
        Dataset uploaded = uploads.store("x,y\n1,2\n", UploadOptions.DEFAULT);

        assertThat(listing.list(Long.MAX_VALUE, 3).keySet()).containsExactly(uploaded.id(), -1L, -2L);
        assertThat(listing.list(Long.MAX_VALUE, 2).keySet()).containsExactly(uploaded.id(), -1L);
        assertThat(listing.list(-10, 10).values())
                .extracting(DatasetSummary::name)
                .containsExactly("digits");
    }

    @Test
    void keepsTheirNames() {
        assertThatThrownBy(() -> Datasets.refuseBuiltIn("xor")).hasMessageContaining("brings along");
        assertThatThrownBy(() -> datasets.find("spirla")).hasMessageContaining("Did you mean \"spiral\"?");
        Datasets.refuseBuiltIn("mine");
    }

    @Test
    void readsRowsAsTheyAreDrawn() {
        RowsPage page = listing.rows("spiral", new Drawing(10, 20, 7L), 15, 3);

        assertThat(page.columns()).containsExactly("x", "y", "answer");
        assertThat(page.rows()).isEqualTo(20);
        assertThat(page.testFrom()).isEqualTo(10);
        AnsweredRows test =
                BuiltInSets.find("spiral").orElseThrow().generate(10, 20, 7L).test();
        assertThat(page.items()).hasSize(3);
        assertThat(page.items().get(0).get(0)).isEqualTo(test.inputs().row(5)[0]);
        assertThat(page.next()).isEqualTo("/datasets/spiral/rows?after=18&limit=3&noise=10&samples=20&seed=7");
        assertThat(listing.rows("spiral", new Drawing(10, 20, 7L), 18, 3).next())
                .isNull();
    }

    @Test
    void readsUploadedRowsInTheOrderOfTheFile() {
        int rows = 70_000;
        String file = IntStream.range(0, rows)
                .mapToObj(row -> row + (row % 2 == 0 ? ",even\n" : ",odd\n"))
                .collect(Collectors.joining());
        Dataset uploaded = uploads.store("number,kind\n" + file, UploadOptions.DEFAULT);

        for (int from : new int[] {0, 4_000, 32_700, 69_500, 70_000, Integer.MAX_VALUE}) {
            RowsPage page = listing.rows(uploaded.name(), AS_IT_IS, from, 1_000);

            List<List<Object>> expected = IntStream.range(Math.min(from, rows), (int) Math.min(from + 1_000L, rows))
                    .mapToObj(row -> Arrays.<Object>asList((long) row, row % 2 == 0 ? "even" : "odd"))
                    .toList();
            assertThat(page.items()).as("from %d", from).isEqualTo(expected);
        }
    }

    @Test
    void refusesWhatASetDoesNotTake() {
        Dataset uploaded = uploads.store("x,y\n1,2\n", UploadOptions.DEFAULT);

        assertThatThrownBy(() -> listing.rows("xor", new Drawing(5, null, null), 0, 10))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("takes no noise");
        assertThatThrownBy(() -> listing.rows("spiral", new Drawing(51, null, null), 0, 10))
                .hasMessageContaining("from 0 to 50");
        assertThatThrownBy(() -> listing.rows(uploaded.name(), new Drawing(null, 5, null), 0, 10))
                .hasMessageContaining("was uploaded");
    }
}
