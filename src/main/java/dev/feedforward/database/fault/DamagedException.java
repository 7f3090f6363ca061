package dev.feedforward.database.fault;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import org.jspecify.annotations.Nullable;

/** Something in the database is no longer what was stored there. */
public final class DamagedException extends ServiceException {

    private static final long serialVersionUID = 1L;

    public DamagedException(String detail, String action, @Nullable Throwable cause) {
        super(ProblemType.DAMAGED, detail, action);
        initCause(cause);
    }
}
