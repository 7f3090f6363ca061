package dev.feedforward.training.worker;

import dev.feedforward.database.UnhurriedTransactions;
import dev.feedforward.database.fault.DatabaseFault;
import dev.feedforward.training.diagnosis.Warning;
import dev.feedforward.training.worker.JobRun.Order;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What workers write: in one transaction, all or nothing, and again and again while the database takes nothing in. */
@Component
class DurableWrites {

    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(DurableWrites.class);

    private final UnhurriedTransactions transactions;

    DurableWrites(UnhurriedTransactions transactions) {
        this.transactions = transactions;
    }

    /** Reads what was written, which takes its time as writing did. */
    <T> T read(Supplier<T> work) {
        return transactions.execute(transaction -> work.get());
    }

    /**
     * Writes for {@code run}, which stands still until it is done.
     *
     * @param work what to write; answers false to take everything back, because the job is no longer the worker's
     * @return what {@code work} answered
     * @throws DataAccessException or {@link TransactionException} if the run is to be handed back, or if what is
     *     written is not right
     */
    boolean write(JobRun run, BooleanSupplier work) {
        while (true) {
            try {
                boolean stored = transactions.execute(transaction -> {
                    boolean wanted = work.getAsBoolean();
                    if (!wanted) {
                        transaction.setRollbackOnly();
                    }
                    return wanted;
                });
                run.goOn();
                return stored;
            } catch (DataIntegrityViolationException e) {
                throw e;
            } catch (DataAccessException | TransactionException e) {
                if (run.isTold(Order.HAND_BACK)) {
                    throw e;
                }
                if (!run.standsStill()) {
                    log.warn(
                            "Job {} stands still until the database takes in what it has reached: {}",
                            run.id(),
                            e.getMessage());
                    log.debug("Job {} stands still", run.id(), e);
                }
                run.standStill(
                        DatabaseFault.of(e) == DatabaseFault.FULL ? Warning.storageFull() : Warning.storageAway(),
                        RETRY);
            }
        }
    }
}
