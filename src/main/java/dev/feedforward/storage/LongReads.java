package dev.feedforward.storage;

import dev.feedforward.database.DatabaseSharing;
import dev.feedforward.database.UnhurriedTransactions;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads whole tables for nobody who waits: on a PostgreSQL with more time than a request's statements are given. */
@Component
public class LongReads {

    private final UnhurriedTransactions transactions;
    private final boolean shared;

    public LongReads(UnhurriedTransactions transactions, DatabaseSharing sharing) {
        this.transactions = transactions;
        shared = sharing.isShared();
    }

    /** What {@code query} finds. In SQLite, whose transactions keep all other writers out, without one. */
    public <T> T read(Supplier<T> query) {
        return shared ? transactions.execute(transaction -> query.get()) : query.get();
    }
}
