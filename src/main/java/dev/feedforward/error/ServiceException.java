package dev.feedforward.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A problem that the caller is told about. Its message is the detail. */
public class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String action;
    private final @Nullable Duration retryAfter;

    /**
     * @param detail what happened, with the actual values; a whole sentence
     * @param action what the caller can do about it; a whole sentence. In both, {@value Addressed#SERVICE} becomes the
     *     address that the caller used: {@code curl {service}/models}
     */
    public ServiceException(ProblemType type, String detail, String action) {
        this(type, detail, action, null);
    }

    /**
     * @param retryAfter when to try again, told in seconds by the header Retry-After; null where trying again is no use
     */
    public ServiceException(ProblemType type, String detail, String action, @Nullable Duration retryAfter) {
        super(detail);
        this.type = type;
        this.action = action;
        this.retryAfter = retryAfter;
    }

    public ProblemType type() {
        return type;
    }

    public String action() {
        return action;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The same, to be stored or answered. */
    public Problem problem() {
        return new Problem(type.uri(), type.title(), type.status(), detail(), action);
    }

    private String detail() {
        String message = getMessage();
        return message == null ? type.title() : message;
    }
}
