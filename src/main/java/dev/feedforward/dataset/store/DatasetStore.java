package dev.feedforward.dataset.store;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.storage.UploadRoom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** What changes data sets in the database: each change whole or not at all. */
@Component
public class DatasetStore {

    private static final Logger log = LoggerFactory.getLogger(DatasetStore.class);

    private final DatasetRepository repository;
    private final DatasetUses uses;
    private final TransactionTemplate transactions;

    /** Within a transaction that is going on already, what can be undone alone. */
    private final TransactionTemplate nested;

    private final Clock clock;
    private final Clock steadyClock;
    private final UploadRoom room;

    /** What could not be discarded yet, as on a full disk. */
    private final Set<Long> leftovers = ConcurrentHashMap.newKeySet();

    public DatasetStore(
            DatasetRepository repository,
            DatasetUses uses,
            TransactionTemplate transactions,
            Clock clock,
            Clock steadyClock,
            UploadRoom room) {
        this.repository = repository;
        this.uses = uses;
        this.transactions = transactions;
        nested = new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
        this.steadyClock = steadyClock;
        this.room = room;
    }

    /**
     * Checks that a data set may be added, or replaced.
     *
     * @param bytes that it may take; the more that are known of, the sooner it is refused
     * @throws ServiceException if there is no room for it
     */
    public void requireRoom(String name, long bytes) {
        room.check(name, bytes);
    }

    /** A writer of a new data set's rows. */
    public ChunkWriter newWriter(String name) {
        return new ChunkWriter(repository, steadyClock, room, name);
    }

    /** Says what an upload is, all of whose rows have come. */
    public void complete(long id, DatasetDefinition definition) {
        repository.complete(id, definition, clock.millis());
    }

    /** Gives an upload that is complete its name; answers whether another had it. Joins a transaction. */
    public boolean publish(long id, String name) {
        while (true) {
            try {
                return Boolean.TRUE.equals(nested.execute(transaction -> repository.publish(id, name, clock.millis())));
            } catch (DuplicateKeyException e) {
                log.debug("Another upload took the name {} at the same instant", name);
            }
        }
    }

    /** Deletes an upload, unless it has been published. */
    public void discardUnpublished(long id) {
        try {
            if (repository.isUploading(id)) {
                discard(id);
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("The upload {} will be cleared away later, if nothing came of it", id, e);
        }
    }

    /**
     * Deletes a data set.
     *
     * @throws ServiceException if jobs still need it
     */
    public void delete(long id, String name) {
        List<Long> users = remove(id);
        if (!users.isEmpty()) {
            throw inUse(name, users);
        }
        discard(id);
    }

    /** Deletes a data set that nobody finds by its name, unless a job has come to need it. */
    void discardUnneeded(long id) {
        if (remove(id).isEmpty()) {
            discard(id);
        }
    }

    /** Takes a data set away unless jobs need it: these are answered. */
    private List<Long> remove(long id) {
        return Objects.requireNonNull(
                transactions.execute(transaction -> uses.take(id) ? uses.remove(id, clock.millis()) : List.<Long>of()));
    }

    private static ServiceException inUse(String name, List<Long> jobs) {
        Long first = jobs.get(0);
        return new ServiceException(
                ProblemType.WRONG_STATE,
                jobs.size() == 1
                        ? "Job %d still needs the data set \"%s\".".formatted(first, name)
                        : "The jobs %s still need the data set \"%s\".".formatted(jobs, name),
                "Wait until it has ended, or cancel it: curl -X POST {service}/jobs/%d/cancel".formatted(first));
    }

    /** Deletes the rows of what nobody finds any more, or tries again later if the database does not let it. */
    public void discard(long id) {
        try {
            repository.discard(id);
            leftovers.remove(id);
        } catch (DataAccessException | TransactionException e) {
            leftovers.add(id);
            log.warn("What is left of data set {} will be cleared away later", id, e);
        }
    }

    /** The data sets that nobody finds by their names and no job needs. */
    List<NamelessDataset> nameless() {
        return repository.nameless();
    }

    /** Deletes what could not be deleted before. */
    void discardLeftovers() {
        List.copyOf(leftovers).forEach(this::discard);
    }
}
