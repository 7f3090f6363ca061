package dev.feedforward.dataset;

import dev.feedforward.database.StoredJson;
import dev.feedforward.database.TestDatabase;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.store.DatasetLimits;
import dev.feedforward.dataset.store.DatasetRepository;
import dev.feedforward.dataset.store.DatasetStore;
import dev.feedforward.dataset.store.DatasetSweeper;
import dev.feedforward.dataset.store.DatasetUses;
import dev.feedforward.dataset.store.TableReader;
import dev.feedforward.dataset.upload.UploadOptions;
import dev.feedforward.dataset.upload.UploadedFile;
import dev.feedforward.error.Fault;
import dev.feedforward.error.InvalidRequestException;
import dev.feedforward.storage.TestRoom;
import dev.feedforward.storage.UploadRoom;
import dev.feedforward.training.SetClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Uploads to a database, without the service. */
public final class TestUploads {

    public static final DatasetLimits LIMITS = new DatasetLimits(DataSize.ofGigabytes(4), 500_000_000, 5_000);

    public final JdbcClient jdbc;
    public final DatasetRepository repository;
    public final DatasetStore store;
    public final Datasets datasets;
    public final DatasetSweeper sweeper;

    /** The sweeper's. */
    public final SetClock clock = new SetClock();

    private final DatasetUploads uploads;

    public TestUploads(DataSource database, DatasetLimits limits) {
        this(database, limits, TestRoom.plenty(database));
    }

    TestUploads(DataSource database, DatasetLimits limits, UploadRoom room) {
        jdbc = JdbcClient.create(database);
        repository = new DatasetRepository(jdbc, new StoredJson());
        store = new DatasetStore(
                repository,
                new DatasetUses(jdbc),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                Clock.systemUTC(),
                Clock.systemUTC(),
                room);
        sweeper = new DatasetSweeper(store, clock, TestDatabase.sharing(true));
        datasets = new Datasets(repository, new TableReader(repository));
        uploads = new DatasetUploads(store, datasets, limits);
    }

    Dataset store(String name, InputStream content, UploadOptions options) {
        try {
            return uploads.store(name, new UploadedFile(content, false), options)
                    .dataset();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Dataset store(String text, UploadOptions options) {
        return store("mine", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), options);
    }

    /** What a file becomes before it has its name. */
    public Dataset receive(String text, UploadOptions options) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        try {
            return uploads.receive("mine", new UploadedFile(new ByteArrayInputStream(content), false), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a file, as "where: what". */
    List<String> faults(byte[] content, UploadOptions options) {
        InvalidRequestException refused = Assertions.catchThrowableOfType(
                InvalidRequestException.class, () -> store("mine", new ByteArrayInputStream(content), options));
        Assertions.assertThat(refused).as("refusal").isNotNull();
        return refused.faults().list().stream().map(TestUploads::show).toList();
    }

    private static String show(Fault fault) {
        return fault.pointer() + ": " + fault.detail();
    }

    /** Clears away what nobody has needed for as long as it takes. */
    public void sweepInTheEnd() {
        sweeper.sweep();
        clock.pass(DatasetSweeper.DEAD.toSeconds());
        sweeper.sweep();
    }

    /** Rows of all tables that hold data sets. */
    public int left() {
        return jdbc.sql("select (select count(*) from dataset) + (select count(*) from dataset_chunk)")
                .query(Integer.class)
                .single();
    }
}
