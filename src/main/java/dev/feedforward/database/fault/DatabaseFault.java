package dev.feedforward.database.fault;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.transaction.TransactionSystemException;

/** What may befall a database without any fault of the service's. */
public enum DatabaseFault {
    /** No room is left to write to. */
    FULL,
    /** Nobody answers, or nobody is let in. */
    AWAY,
    /** What is to be written is locked for too long. */
    BUSY,
    READ_ONLY,
    /** The disk fails. */
    UNREADABLE,
    DAMAGED;

    /** The fault that {@code thrown} comes from, or null if it comes from none of them. */
    public static @Nullable DatabaseFault of(Throwable thrown) {
        return of(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** As {@link #of(Throwable)}, of those that were not {@code seen} yet. */
    private static @Nullable DatabaseFault of(Throwable thrown, Set<Throwable> seen) {
        // SQLite rolls back by itself when it is full; that there is nothing left to roll back then hides why.
        if (thrown instanceof TransactionSystemException end && end.getOriginalException() != null) {
            return of(end.getOriginalException(), seen);
        }
        DatabaseFault fault = null;
        // The innermost knows best: a pool that has no connection says no more than that.
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            DatabaseFault told = cause instanceof SQLException sql ? tell(sql) : null;
            told = told == null ? ofSuppressed(cause, seen) : told;
            fault = told == null ? fault : told;
        }
        return fault;
    }

    /** What came first, where nothing could be rolled back on a connection that was gone by then. */
    private static @Nullable DatabaseFault ofSuppressed(Throwable thrown, Set<Throwable> seen) {
        // A fault of the service's own stays one, even if the connection could not be closed after it.
        if (!isOfTheDatabase(thrown)) {
            return null;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            DatabaseFault fault = of(suppressed, seen);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    /** Whether it is thrown by who speaks with the database; libraries make exceptions of their own of SQL's. */
    private static boolean isOfTheDatabase(Throwable thrown) {
        return thrown instanceof SQLException
                || thrown instanceof NestedRuntimeException
                || thrown.getCause() instanceof SQLException;
    }

    private static @Nullable DatabaseFault tell(SQLException sql) {
        if (sql instanceof SQLTransientConnectionException) {
            return AWAY;
        }
        // SQLite's exceptions have a code and no state, PostgreSQL's a state and no code.
        return sql.getSQLState() == null ? ofSqlite(sql.getErrorCode()) : ofPostgres(sql.getSQLState());
    }

    /** By <a href="https://www.sqlite.org/rescode.html">SQLite's primary result codes</a>. */
    private static @Nullable DatabaseFault ofSqlite(int code) {
        return switch (code) {
            case 5, 6 -> BUSY;
            case 8 -> READ_ONLY;
            case 10, 14 -> UNREADABLE;
            case 11, 26 -> DAMAGED;
            case 13 -> FULL;
            default -> null;
        };
    }

    /** By <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL's error codes</a>. */
    private static @Nullable DatabaseFault ofPostgres(String state) {
        return switch (state) {
            case "53100" -> FULL;
            case "25P03", "53300", "57P01", "57P02", "57P03" -> AWAY;
            case "40001", "40P01", "55P03", "57014" -> BUSY;
            case "25006" -> READ_ONLY;
            case "58030" -> UNREADABLE;
            case "XX001", "XX002" -> DAMAGED;
            default -> state.startsWith("08") ? AWAY : null;
        };
    }
}
