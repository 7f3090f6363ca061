package dev.feedforward.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.database.fault.DamagedException;
import dev.feedforward.dataset.TestUploads;
import dev.feedforward.dataset.table.Table;
import dev.feedforward.dataset.upload.UploadOptions;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What data sets do in the database, on every database. */
abstract class DatasetRepositoryTests {

    private static final String ROWS = "x,y\n1,b\n2.5,a\n";
    private static final long LATER = Long.MAX_VALUE;

    private DataSource database;
    private TestUploads uploads;

    /** A database with the service's tables and nothing in them. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        database = database();
        uploads = new TestUploads(database, TestUploads.LIMITS);
    }

    @Test
    void givesBackWhatWasStored() {
        Dataset stored = uploads.store(ROWS, UploadOptions.DEFAULT);

        assertThat(uploads.datasets.find("mine")).isEqualTo(stored);
        assertThat(uploads.datasets.find(stored.id(), "mine")).isEqualTo(stored);
        assertThat(uploads.datasets.list(LATER, 10, listed -> listed))
                .extracting(ListedDataset::dataset)
                .containsExactly(stored);
        assertThat(uploads.datasets.list(stored.id(), 10, listed -> listed)).isEmpty();
        Table table = uploads.datasets.table(stored);
        assertThat(table.get(0, 1)).isEqualTo(1.0);
        assertThat(table.get(1, 0)).isEqualTo(2.5);
    }

    @Test
    void namesTheNearestOfThoseThatAreThere() {
        uploads.store(ROWS, UploadOptions.DEFAULT);

        assertThatThrownBy(() -> uploads.datasets.find("mien"))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        told -> assertThat(told.type()).isEqualTo(ProblemType.DATASET_NOT_FOUND))
                .hasMessageContaining("Did you mean \"mine\"?");
        assertThatThrownBy(() -> uploads.datasets.find(99, "gone")).hasMessageContaining("\"gone\" has been deleted");
    }

    @Test
    void advisesNobodyWhoReadsAReplacedSetToUploadIt() {
        Dataset replaced = uploads.store(ROWS, UploadOptions.DEFAULT);
        job("paused", replaced.id());
        uploads.store(ROWS, UploadOptions.DEFAULT);
        uploads.jdbc.sql("update dataset_chunk set data_sum = data_sum + 1").update();

        assertThatThrownBy(() -> uploads.datasets.table(replaced))
                .isInstanceOfSatisfying(
                        DamagedException.class,
                        damaged -> assertThat(damaged.action()).startsWith("Cancel those that train on it"));
        assertThatThrownBy(() -> uploads.datasets.table(uploads.datasets.find("mine")))
                .isInstanceOfSatisfying(
                        DamagedException.class,
                        damaged -> assertThat(damaged.action()).startsWith("Upload it again"));
        uploads.jdbc
                .sql("update dataset set definition_sum = definition_sum + 1")
                .update();
        assertThatThrownBy(() -> uploads.datasets.find(replaced.id(), "mine"))
                .hasMessageStartingWith("A data set \"mine\" of before (" + replaced.id() + ")");
    }

    @Test
    void tellsOfALostPieceThatTheSetIsDamaged() {
        Dataset stored = uploads.store(ROWS, UploadOptions.DEFAULT);
        uploads.jdbc.sql("update dataset_chunk set number = 1").update();

        assertThatThrownBy(() -> uploads.datasets.table(stored)).isInstanceOf(DamagedException.class);
    }

    @Test
    void keepsAReplacedSetAsLongAsAJobNeedsIt() {
        Dataset first = uploads.store(ROWS, UploadOptions.DEFAULT);
        long job = job("paused", first.id());
        Dataset second = uploads.store(ROWS, UploadOptions.DEFAULT);

        uploads.sweepInTheEnd();
        assertThat(uploads.datasets.find("mine")).isEqualTo(second);
        assertThat(uploads.datasets.find(first.id(), "mine")).isEqualTo(first);
        assertThat(uploads.datasets.table(first).rows()).isEqualTo(2);

        uploads.jdbc
                .sql("update job set status = 'succeeded' where id = " + job)
                .update();
        uploads.sweeper.sweep();
        assertThat(uploads.datasets.find(first.id(), "mine")).isEqualTo(first);
        uploads.sweepInTheEnd();
        assertThatThrownBy(() -> uploads.datasets.find(first.id(), "mine")).isInstanceOf(ServiceException.class);
        assertThat(uploads.datasets.list(LATER, 10, listed -> listed))
                .extracting(ListedDataset::dataset)
                .containsExactly(second);
        assertThat(uploads.jdbc
                        .sql("select count(*) from job where dataset_id is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void deletesNoneThatAJobNeeds() {
        Dataset dataset = uploads.store(ROWS, UploadOptions.DEFAULT);
        long job = job("running", dataset.id());

        assertThatThrownBy(() -> uploads.store.delete(dataset.id(), dataset.name()))
                .isInstanceOfSatisfying(
                        ServiceException.class, told -> assertThat(told.type()).isEqualTo(ProblemType.WRONG_STATE))
                .hasMessageContaining("Job " + job);

        uploads.jdbc.sql("update job set status = 'failed'").update();
        uploads.store.delete(dataset.id(), dataset.name());
        assertThat(uploads.left()).isZero();
    }

    @Test
    void clearsAwayUploadsThatWereLeftAlone() {
        long living = uploads.repository.begin("mine", 1_000);
        uploads.repository.addChunk(living, 0, new byte[] {1}, 1_000);
        long dead = uploads.repository.begin("mine", 900);
        for (int i = 0; i < 20; i++) {
            uploads.repository.addChunk(dead, i, new byte[] {1}, 900);
        }

        uploads.sweeper.sweep();
        uploads.clock.pass(599);
        uploads.sweeper.sweep();
        assertThat(uploads.left()).isEqualTo(23);
        uploads.repository.touch(living, 2_000);
        uploads.clock.pass(1);
        uploads.sweeper.sweep();
        assertThat(uploads.left()).isEqualTo(2);
        uploads.clock.pass(599);
        uploads.sweeper.sweep();
        assertThat(uploads.left()).isEqualTo(2);
        uploads.clock.pass(1);
        uploads.sweeper.sweep();
        assertThat(uploads.left()).isZero();
        assertThatThrownBy(() -> uploads.store.publish(living, "mine")).hasMessageContaining("cleared away");
    }

    @Test
    void takesNoUploadForDeadWhoseClockIsAnother() {
        long living = uploads.repository.begin("mine", 0);
        long dead = uploads.repository.begin("mine", Long.MAX_VALUE);

        for (int minute = 0; minute < 60; minute++) {
            uploads.sweeper.sweep();
            uploads.clock.pass(60);
            // It is set by two hours in the middle, and then back.
            uploads.repository.touch(living, minute + (minute / 20 == 1 ? 7_200_000 : 0));
        }

        assertThat(uploads.repository.isUploading(living)).isTrue();
        assertThat(uploads.repository.isUploading(dead)).isFalse();
    }

    @Test
    void keepsAReplacedSetForWhoHasJustFoundIt() {
        Dataset first = uploads.store(ROWS, UploadOptions.DEFAULT);
        uploads.store(ROWS, UploadOptions.DEFAULT);

        uploads.sweeper.sweep();
        uploads.clock.pass(59);
        uploads.sweeper.sweep();
        assertThat(uploads.datasets.find(first.id(), "mine")).isEqualTo(first);
        uploads.clock.pass(1);
        uploads.sweeper.sweep();
        assertThatThrownBy(() -> uploads.datasets.find(first.id(), "mine")).isInstanceOf(ServiceException.class);
    }

    @Test
    void showsWhatWasReceivedByItsIdAloneUntilItIsPublished() throws Exception {
        Dataset first = uploads.store(ROWS, UploadOptions.DEFAULT);
        Dataset received = uploads.receive("x,y\n3,c\n", UploadOptions.DEFAULT);

        assertThat(uploads.datasets.find(received.id(), "mine")).isEqualTo(received);
        assertThat(uploads.datasets.table(received).get(0, 0)).isEqualTo(3.0);
        assertThat(uploads.datasets.find("mine")).isEqualTo(first);
        assertThat(uploads.datasets.list(LATER, 10, listed -> listed))
                .extracting(ListedDataset::dataset)
                .containsExactly(first);

        assertThat(uploads.store.publish(received.id(), "mine")).isTrue();
        uploads.store.discardUnpublished(received.id());
        assertThat(uploads.datasets.find("mine").id()).isEqualTo(received.id());
    }

    @Test
    void leavesNothingOfWhatWasNotPublished() {
        Dataset first = uploads.store(ROWS, UploadOptions.DEFAULT);
        Dataset discarded = uploads.receive(ROWS, UploadOptions.DEFAULT);
        Dataset forgotten = uploads.receive(ROWS, UploadOptions.DEFAULT);

        uploads.store.discardUnpublished(discarded.id());
        assertThatThrownBy(() -> uploads.datasets.find(discarded.id(), "mine")).isInstanceOf(ServiceException.class);
        uploads.sweepInTheEnd();
        assertThatThrownBy(() -> uploads.datasets.find(forgotten.id(), "mine")).isInstanceOf(ServiceException.class);
        assertThat(uploads.datasets.find("mine")).isEqualTo(first);
        assertThat(uploads.left()).isEqualTo(2);
    }

    @Test
    void takesOneNameForOneOfManyThatComeAtOnce() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Dataset>> uploading =
                    Collections.nCopies(40, () -> uploads.store(ROWS, UploadOptions.DEFAULT));
            for (Future<Dataset> upload : senders.invokeAll(uploading)) {
                assertThat(upload.get().name()).isEqualTo("mine");
            }
        } finally {
            senders.shutdown();
        }

        assertThat(uploads.datasets.list(LATER, 100, listed -> listed)).hasSize(1);
        uploads.sweepInTheEnd();
        assertThat(uploads.left()).isEqualTo(2);
    }

    @Test
    void givesOneNameToTheLastOfThoseThatTwoInstancesPublishAtOnce() throws Exception {
        List<TestUploads> instances = List.of(uploads, new TestUploads(database, TestUploads.LIMITS));
        List<Callable<Boolean>> publishing = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            TestUploads instance = instances.get(i % 2);
            long id = instance.receive(ROWS, UploadOptions.DEFAULT).id();
            publishing.add(() -> instance.store.publish(id, "mine"));
        }
        ExecutorService callers = Executors.newFixedThreadPool(8);
        int first = 0;
        try {
            for (Future<Boolean> replaced : callers.invokeAll(publishing)) {
                first += replaced.get() ? 0 : 1;
            }
        } finally {
            callers.shutdown();
        }

        assertThat(first).as("published in nobody's place").isEqualTo(1);
        assertThat(withStatus("current")).isEqualTo(1);
        assertThat(withStatus("replaced")).isEqualTo(39);
        Dataset last = instances.get(1).store(ROWS, UploadOptions.DEFAULT);
        assertThat(uploads.datasets.find("mine")).isEqualTo(last);
    }

    private int withStatus(String status) {
        return uploads.jdbc
                .sql("select count(*) from dataset where status = :status")
                .param("status", status)
                .query(Integer.class)
                .single();
    }

    private long job(String status, long dataset) {
        return uploads.jdbc
                .sql("""
                        insert into job (status, model_name, created_at, iterations, epoch_iterations, client, turn,
                            body_digest, request, dataset_id)
                        values (:status, 'm', 0, 1, 1, 'c', 1, '', '{}', :dataset) returning id
                        """)
                .param("status", status)
                .param("dataset", dataset)
                .query(Long.class)
                .single();
    }
}
