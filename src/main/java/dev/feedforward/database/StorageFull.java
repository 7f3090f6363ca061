package dev.feedforward.database;

/** No room is left where the database writes. It passes as soon as somebody makes room. */
public final class StorageFull {

    private StorageFull() {}

    /** Whether {@code thrown}, or a cause of it, says so. */
    public static boolean isCauseOf(Throwable thrown) {
        return DatabaseFault.of(thrown) == DatabaseFault.FULL;
    }
}
