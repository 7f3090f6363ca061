package dev.feedforward.dataset;

import dev.feedforward.database.fault.DatabaseFault;
import dev.feedforward.dataset.file.Cells;
import dev.feedforward.dataset.file.FileFaults;
import dev.feedforward.dataset.file.FileInput;
import dev.feedforward.dataset.store.ChunkWriter;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.dataset.store.DatasetLimits;
import dev.feedforward.dataset.store.DatasetStore;
import dev.feedforward.dataset.upload.FileReading;
import dev.feedforward.dataset.upload.RowIntake;
import dev.feedforward.dataset.upload.UploadOptions;
import dev.feedforward.dataset.upload.UploadedFile;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.json.name.PlainName;
import dev.feedforward.memory.RequestMemory;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Stores uploaded files as data sets, as they stream in: a file of any size takes the same few megabytes of memory. */
@Component
public class DatasetUploads {

    /** What an upload may need: its rows as numbers and encoded, the sample, and the reader's buffers. */
    private static final long MEMORY = 32L << 20;

    private final DatasetStore store;
    private final Datasets datasets;
    private final DatasetLimits limits;

    DatasetUploads(DatasetStore store, Datasets datasets, DatasetLimits limits) {
        this.store = store;
        this.datasets = datasets;
        this.limits = limits;
    }

    /**
     * Stores a file as the data set {@code name}, in the place of what had that name.
     *
     * <p>It is there when this returns, whole; if this throws, nothing has changed.
     *
     * @throws ServiceException if the file cannot be used, is too large, or the name is the service's own
     * @throws IOException if it cannot be received
     */
    Stored store(String name, UploadedFile file, UploadOptions options) throws IOException {
        Dataset received = receive(name, file, options);
        return use(received, () -> {
            boolean replaced = publish(received);
            return new Stored(datasets.find(received.id(), name), replaced);
        });
    }

    /**
     * A data set as it was stored.
     *
     * @param replaced whether another had the name before
     */
    record Stored(Dataset dataset, boolean replaced) {}

    /**
     * Stores a file as a data set that only its id finds: for the caller to {@link #publish} in a {@link #use}. One
     * that is left alone is cleared away after some minutes.
     *
     * @throws ServiceException if the file cannot be used, is too large, or the name is the service's own; or if there
     *     is no memory for another upload
     * @throws IOException if it cannot be received
     */
    public Dataset receive(String name, UploadedFile file, UploadOptions options) throws IOException {
        check(name, file.length());
        RequestMemory.take(MEMORY);
        return read(name, file, options);
    }

    /**
     * Gives a data set that was received its name, in the transaction that is going on if there is one.
     *
     * @return whether another had the name before
     */
    public boolean publish(Dataset received) {
        return store.publish(received.id(), received.name());
    }

    /** What is done with a data set that was received. */
    @FunctionalInterface
    public interface Use<T> {

        T make() throws IOException;
    }

    /** Does something with a data set that was received, and deletes it then, unless it has been published. */
    public <T> T use(Dataset received, Use<T> use) throws IOException {
        boolean left = false;
        try {
            return use.make();
        } catch (DataAccessException | TransactionException e) {
            left = standsStill(e);
            throw e;
        } finally {
            if (!left) {
                store.discardUnpublished(received.id());
            }
        }
    }

    /** Whether whoever sent a file would wait for the database once more: what it has of it is cleared away later. */
    private static boolean standsStill(Exception e) {
        DatabaseFault fault = DatabaseFault.of(e);
        return fault == DatabaseFault.AWAY || fault == DatabaseFault.BUSY;
    }

    /**
     * Refuses at once what is known to be refused in the end.
     *
     * @param bytes of the file, compressed or not; -1 if not known
     */
    private void check(String name, long bytes) {
        check(name);
        if (bytes > limits.datasetBytes().toBytes()) {
            throw FileInput.tooLarge(
                    "The file has %d bytes".formatted(bytes),
                    limits.datasetBytes().toBytes());
        }
        store.requireRoom(name, Math.max(bytes, 0));
    }

    private void check(String name) {
        if (!PlainName.fits(name)) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "The name %s cannot be used: it %s.".formatted(Cells.show(name), PlainName.MESSAGE),
                    "Choose a name such as iris-2.");
        }
        Datasets.refuseBuiltIn(name);
    }

    private Dataset read(String name, UploadedFile file, UploadOptions options) throws IOException {
        FileFaults faults = new FileFaults();
        FileReading reading = new FileReading(file, options, limits, faults);
        ChunkWriter writer = store.newWriter(name);
        boolean left = false;
        try {
            RowIntake.Stored rows = reading.read(writer);
            store.complete(rows.id(), rows.definition());
            left = true;
            return datasets.find(rows.id(), name);
        } catch (DataAccessException | TransactionException e) {
            left = standsStill(e);
            throw e;
        } finally {
            Long begun = writer.begun();
            if (!left && begun != null) {
                store.discard(begun);
            }
        }
    }
}
