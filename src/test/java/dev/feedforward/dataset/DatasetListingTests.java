package dev.feedforward.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.database.StoredJson;
import dev.feedforward.database.TestDatabase;
import dev.feedforward.dataset.Column.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Data sets that the service brings along, beside uploaded ones. */
class DatasetListingTests {

    private static final List<Column> COLUMNS =
            List.of(TestColumns.number("x"), TestColumns.category("kind", Role.ANSWER, "even", "odd"));
    private static final double[][] ROWS = {{1, 1}, {2, 0}, {3.5, 1}};

    @TempDir
    private Path directory;

    private Datasets datasets;
    private DatasetListing listing;
    private TestUploads uploads;

    @BeforeEach
    void open() {
        DataSource database = TestDatabase.embedded(directory);
        BuiltInListing two = () -> Stream.of("one", "two").map(this::builtIn).toList();
        BuiltInDatasets builtIn = new BuiltInDatasets(
                new StaticListableBeanFactory(Map.of("two", two)).getBeanProvider(BuiltInListing.class));
        DatasetRepository repository = new DatasetRepository(JdbcClient.create(database), new StoredJson());
        TableReader reader = new TableReader(repository);
        datasets = new Datasets(repository, reader, builtIn);
        listing = new DatasetListing(datasets, reader, builtIn);
        uploads = new TestUploads(database, TestUploads.LIMITS);
    }

    private DatasetDetails builtIn(String name) {
        return DatasetDetails.ofBuiltIn(name, COLUMNS, ROWS, 1);
    }

    @Test
    void describesThemByTheirRows() {
        DatasetDetails told = listing.describe("two");

        assertThat(told.summary().source()).isEqualTo(DatasetSummary.Source.BUILT_IN);
        assertThat(told.summary().classes()).containsExactly("even", "odd");
        assertThat(told.columns().get(0).max()).isEqualTo(3.5);
        assertThat(told.columns().get(1).rows()).containsEntry("odd", 2).containsEntry("even", 1);
        assertThat(told.preview()).containsExactly(List.of(1L, "odd"), List.of(2L, "even"), List.of(3.5, "odd"));
    }

    @Test
    void listsThemBehindUploadedOnesPageByPage() {
        Dataset uploaded = uploads.store("x,y\n1,2\n", UploadOptions.DEFAULT);

        assertThat(listing.list(Long.MAX_VALUE, 10).keySet()).containsExactly(uploaded.id(), -1L, -2L);
        assertThat(listing.list(Long.MAX_VALUE, 2).keySet()).containsExactly(uploaded.id(), -1L);
        assertThat(listing.list(-1, 10).values())
                .extracting(DatasetSummary::name)
                .containsExactly("two");
    }

    @Test
    void keepsTheirNames() {
        assertThatThrownBy(() -> datasets.refuseBuiltIn("one")).hasMessageContaining("brings along");
        assertThatThrownBy(() -> datasets.find("tow")).hasMessageContaining("Did you mean \"two\"?");
        datasets.refuseBuiltIn("mine");
    }
}
