package dev.feedforward.storage;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * The pages of SQLite's file that hold nothing any more. A file of the service gives them back where it was made with
 * <a href="https://www.sqlite.org/pragma.html#pragma_auto_vacuum">{@code auto_vacuum=INCREMENTAL}</a>.
 */
@Repository
class FreePages {

    private static final int INCREMENTAL = 2;

    private final JdbcOperations jdbc;

    FreePages(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** How many bytes the free pages have. */
    long bytes() {
        return number("pragma freelist_count") * number("pragma page_size");
    }

    /** Whether the file can give them back; those made by earlier versions cannot. */
    boolean canShrink() {
        return number("pragma auto_vacuum") == INCREMENTAL;
    }

    /** Gives so many pages back, in a transaction of its own. */
    void giveBack(int pages) {
        jdbc.update("pragma incremental_vacuum(" + pages + ")");
    }

    /** Writes the log back to the file, which is what makes it shorter; what somebody still reads stays in the log. */
    void writeBack() {
        jdbc.execute("pragma wal_checkpoint(passive)");
    }

    private long number(String pragma) {
        Long number = jdbc.queryForObject(pragma, Long.class);
        return number == null ? 0 : number;
    }
}
