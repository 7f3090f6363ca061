package dev.feedforward.json;

import dev.feedforward.memory.RequestMemory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;

/** Counts the values of a body's rows while they stream in, and breaks off before they fill the memory. */
public final class BodyValues {

    /** The attribute of the context that holds the count of the body being bound. */
    static final Object KEY = BodyValues.class;

    /** Bytes that a number takes while a list of them grows: it is copied each time that it is half as long again. */
    private static final int BYTES = 20;

    private final long limit;
    private long count;

    BodyValues(long limit) {
        this.limit = limit;
    }

    /**
     * Counts values that are about to be kept. Stored JSON is not counted: it was when it came.
     *
     * @throws dev.feedforward.error.InvalidRequestException if the body holds more than
     *     {@code feedforward.limits.values}
     * @throws dev.feedforward.error.ServiceException if there is no memory for them
     */
    public static void count(DeserializationContext ctxt, JsonParser p, int more) {
        @Nullable BodyValues values = (BodyValues) ctxt.getAttribute(KEY);
        if (values == null) {
            return;
        }
        values.count += more;
        if (values.count > values.limit) {
            throw BodyFaults.stop(
                    ctxt,
                    p,
                    "here the body holds more than %d numbers, bits and labels: send fewer rows, or raise feedforward.limits.values where the service is started"
                            .formatted(values.limit));
        }
        RequestMemory.take((long) BYTES * more);
    }
}
