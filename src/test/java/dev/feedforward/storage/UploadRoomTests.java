package dev.feedforward.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether there is room for what is uploaded, on every database. */
abstract class UploadRoomTests {

    @TempDir
    private Path directory;

    private DataSource database;
    private JdbcClient jdbc;

    /** A database with the service's tables and nothing in them. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        database = database();
        jdbc = JdbcClient.create(database);
    }

    @Test
    void countsTheBytesOfAllDataSetsAndOfUploadsThatGoOn() {
        dataset("a", "current", 60);
        dataset("b", "uploading", 30);
        UploadRoom room = TestRoom.atMost(database, 100, 10);

        assertThatNoException().isThrownBy(() -> room.check("c", 10));
        assertThatThrownBy(() -> room.check("c", 11))
                .isInstanceOfSatisfying(
                        ServiceException.class, told -> assertThat(told.type()).isEqualTo(ProblemType.STORAGE_FULL))
                .hasMessageContaining("take 90 bytes, and this upload would take up to 11 more; at most 100");
    }

    @Test
    void doesNotCountWhatIsAboutToGo() {
        dataset("a", "current", 60);
        dataset("b", "removed", 70);
        dataset("c", "replaced", 80);
        UploadRoom room = TestRoom.atMost(database, 100, 1);

        assertThatNoException().isThrownBy(() -> room.check("a", 100));
        assertThatThrownBy(() -> room.check("b", 10)).hasMessageContaining("There are 1 data sets; at most 1 are kept");
    }

    @Test
    void countsWhatWasReplacedWhileAJobNeedsIt() {
        long needed = dataset("a", "replaced", 60);
        dataset("a", "current", 10);
        jdbc.sql("""
                        insert into job (status, model_name, created_at, iterations, epoch_iterations, client, turn,
                            body_digest, request, dataset_id)
                        values ('paused', 'm', 0, 1, 1, 'c', 1, '', '{}', :dataset)
                        """).param("dataset", needed).update();
        UploadRoom room = TestRoom.atMost(database, 100, 10);

        assertThatNoException().isThrownBy(() -> room.check("a", 40));
        assertThatThrownBy(() -> room.check("a", 41)).hasMessageContaining("take 60 bytes");
    }

    @Test
    void leavesTheReserveFreeOnTheDisk() throws Exception {
        long free = Files.getFileStore(directory).getUsableSpace();
        UploadRoom room = TestRoom.leaving(database, directory, free / 2);

        assertThatNoException().isThrownBy(() -> room.check("a", free / 4));
        assertThatThrownBy(() -> room.check("a", free))
                .isInstanceOfSatisfying(
                        ServiceException.class, told -> assertThat(told.type()).isEqualTo(ProblemType.STORAGE_FULL))
                .hasMessageContaining("must leave " + free / 2)
                .hasMessageContaining(directory.toString());
    }

    private long dataset(String name, String status, int bytes) {
        long id = jdbc.sql("insert into dataset (name, status, created_at, touched_at) values (:name, :status, 0, 0)"
                        + " returning id")
                .param("name", name)
                .param("status", status)
                .query(Long.class)
                .single();
        jdbc.sql("insert into dataset_chunk (dataset_id, number, data) values (:id, 0, :data)")
                .param("id", id)
                .param("data", new byte[bytes])
                .update();
        return id;
    }
}
