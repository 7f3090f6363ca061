package dev.feedforward.error;

/**
 * One problem as the service tells it, in the words of RFC 9457.
 *
 * @param type a path under {@code /problems/} whose page explains the kind of problem
 * @param title the kind of problem in a few words, the same each time
 * @param status the HTTP status
 * @param detail what happened this time, with the actual values
 * @param action what to do about it
 */
public record Problem(
        String type,
        String title,
        int status,
        @Addressed String detail,
        @Addressed String action) {}
