package dev.feedforward.storage;

import dev.feedforward.database.DatabaseSharing;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Makes the file of the embedded database shorter by what has been deleted. PostgreSQL does so by itself. */
@Component
class Shrinking {

    /** Bytes that stay free, for the next checkpoints and chunks: to give back less is not worth the writing. */
    static final long SPARE = 8L << 20;

    /** Pages of a step, 4 MB: some milliseconds, for which others who write wait. */
    private static final int STEP = 1_000;

    /** Between two steps those who wait get their turn; SQLite lets them look no more often than each 100 ms. */
    private static final long PAUSE_MILLIS = 100;

    private static final Logger log = LoggerFactory.getLogger(Shrinking.class);

    private final FreePages pages;
    private final boolean embedded;
    private boolean told;

    Shrinking(FreePages pages, DatabaseSharing sharing) {
        this.pages = pages;
        embedded = !sharing.isShared();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES, scheduler = "housekeeping")
    void shrink() throws InterruptedException {
        if (!embedded) {
            return;
        }
        try {
            long free = pages.bytes();
            if (free > SPARE && pages.canShrink()) {
                giveBack(free);
            } else if (free > SPARE) {
                tellOnce(free);
            }
        } catch (DataAccessException | TransactionException e) {
            log.debug("The database file is made shorter later", e);
        }
    }

    private void giveBack(long free) throws InterruptedException {
        long left = free;
        while (left > SPARE) {
            pages.giveBack(STEP);
            long now = pages.bytes();
            if (now >= left) {
                // Others free more than is given back, or nothing can be: the next minute sees to it.
                break;
            }
            left = now;
            Thread.sleep(PAUSE_MILLIS);
        }
        pages.writeBack();
        log.info("Gave {} bytes of the database file back to the disk", free - left);
    }

    private void tellOnce(long free) {
        if (!told) {
            told = true;
            log.info(
                    "{} bytes of the database file are free and will be used again, but an earlier version made it so that"
                            + " it cannot become shorter; a backup put in its place can: --feedforward.backup-to=…",
                    free);
        }
    }
}
