package dev.feedforward.storage;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Whether there is room for what is uploaded: counted before it is written, so that the disk is never filled by it. */
@Component
public class UploadRoom {

    private final StoredBytes stored;
    private final Disk disk;
    private final StorageLimits limits;

    UploadRoom(StoredBytes stored, Disk disk, StorageLimits limits) {
        this.stored = stored;
        this.disk = disk;
        this.limits = limits;
    }

    /**
     * Checks that rows of the data set {@code name} may be added to the database.
     *
     * @param bytes that are to come
     * @throws ServiceException if they are too many
     */
    public void check(String name, long bytes) {
        checkDisk(bytes);
        StoredBytes.Datasets others = stored.datasetsBeside(name);
        if (others.names() >= limits.datasetCount()) {
            throw full(
                    "There are %d data sets; at most %d are kept.".formatted(others.names(), limits.datasetCount()),
                    "feedforward.limits.dataset-count");
        }
        long most = limits.datasetsInAll().toBytes();
        if (others.bytes() + bytes > most) {
            throw full(
                    "The data sets take %d bytes, and this upload would take up to %d more; at most %d are kept."
                            .formatted(others.bytes(), bytes, most),
                    "feedforward.limits.datasets-in-all");
        }
    }

    private void checkDisk(long bytes) {
        OptionalLong free = disk.free();
        long reserve = limits.diskReserve().toBytes();
        if (free.isPresent() && free.getAsLong() - bytes < reserve) {
            throw new ServiceException(
                    ProblemType.STORAGE_FULL,
                    "%d bytes are free on the disk of %s; an upload of up to %d more must leave %d for the jobs."
                            .formatted(free.getAsLong(), disk.place(), bytes, reserve),
                    "Free room there, or delete what is no longer needed: curl -X DELETE {service}/datasets/NAME."
                            + " How much is left free, feedforward.limits.disk-reserve says.");
        }
    }

    private static ServiceException full(String detail, String setting) {
        return new ServiceException(
                ProblemType.STORAGE_FULL,
                detail,
                "Delete data sets that are no longer needed: curl -X DELETE {service}/datasets/NAME, or start the service"
                        + " with a larger " + setting + ".");
    }
}
