package dev.feedforward.memory;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The problem that there is no memory for a request, at this moment or at all. */
public final class MemoryRefusedException extends ServiceException {

    private static final long serialVersionUID = 1L;

    MemoryRefusedException(ProblemType type, String detail, String action, @Nullable Duration retryAfter) {
        super(type, detail, action, retryAfter);
    }
}
