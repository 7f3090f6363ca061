package dev.feedforward.web.connection;

import java.util.concurrent.atomic.AtomicLong;

/** The order in which waits begin. */
final class Turns {

    private static final AtomicLong LAST = new AtomicLong();

    private Turns() {}

    /** A number, from 1, above all before it. */
    static long next() {
        return LAST.incrementAndGet();
    }
}
