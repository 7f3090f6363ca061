package dev.feedforward.training.events;

import dev.feedforward.training.history.CostHistory;

/**
 * Some points of a cost history, encoded once for all readers that lack them.
 *
 * @param last the iteration of the last point, which is the event's id
 * @param bytes the whole event
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CostEvent(long last, byte[] bytes) {

    static final int MAX_POINTS = 1_000;

    /** There are no such points, or not yet. */
    static final CostEvent NONE = new CostEvent(-1, new byte[0]);

    static CostEvent of(CostHistory history, EventWriter writer) {
        int points = history.iteration().length;
        if (points == 0) {
            return NONE;
        }
        long last = history.iteration()[points - 1];
        return new CostEvent(last, writer.cost(history, last));
    }

    boolean isNone() {
        return bytes.length == 0;
    }
}
