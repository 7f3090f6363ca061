package dev.feedforward.database.fault;

import org.jspecify.annotations.Nullable;

/** The database cannot be used, so the service does not start. */
public class UnusableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param what what is wrong, with the names of files; a whole sentence
     * @param action what the operator can do about it; whole sentences
     */
    public UnusableDatabaseException(String what, String action, @Nullable Throwable cause) {
        super(what, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
