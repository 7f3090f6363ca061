package dev.feedforward.dataset;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** What changes data sets in the database: each change whole or not at all. */
@Component
class DatasetStore {

    private static final Logger log = LoggerFactory.getLogger(DatasetStore.class);

    private final DatasetRepository repository;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** What could not be discarded yet, as on a full disk. */
    private final Set<Long> leftovers = ConcurrentHashMap.newKeySet();

    DatasetStore(DatasetRepository repository, TransactionTemplate transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A writer of a new data set's rows. */
    ChunkWriter newWriter(String name) {
        return new ChunkWriter(repository, clock, name);
    }

    /** Gives an uploaded data set its name; answers whether another had it. */
    boolean publish(long id, String name, DatasetDefinition definition) {
        return Boolean.TRUE.equals(
                transactions.execute(transaction -> repository.publish(id, name, definition, clock.millis())));
    }

    /**
     * Deletes a data set.
     *
     * @throws ServiceException if jobs still need it
     */
    void delete(Dataset dataset) {
        transactions.executeWithoutResult(transaction -> {
            List<Long> users = repository.users(dataset.id());
            if (!users.isEmpty()) {
                throw inUse(dataset, users);
            }
            repository.remove(dataset.id(), clock.millis());
        });
        discard(dataset.id());
    }

    private static ServiceException inUse(Dataset dataset, List<Long> jobs) {
        Long first = jobs.get(0);
        return new ServiceException(
                ProblemType.WRONG_STATE,
                jobs.size() == 1
                        ? "Job %d still needs the data set \"%s\".".formatted(first, dataset.name())
                        : "The jobs %s still need the data set \"%s\".".formatted(jobs, dataset.name()),
                "Wait until it has ended, or cancel it: curl -X POST {service}/jobs/%d/cancel".formatted(first));
    }

    /** Deletes the rows of what nobody finds any more, or tries again later if the database does not let it. */
    void discard(long id) {
        try {
            repository.discard(id);
            leftovers.remove(id);
        } catch (DataAccessException | TransactionException e) {
            leftovers.add(id);
            log.warn("What is left of data set {} will be cleared away later", id, e);
        }
    }

    /** Deletes what is left over. */
    void sweep(long replacedBefore, long uploadedBefore) {
        List.copyOf(leftovers).forEach(this::discard);
        repository.unneeded(replacedBefore, uploadedBefore).forEach(this::discard);
    }
}
