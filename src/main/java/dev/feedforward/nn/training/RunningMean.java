package dev.feedforward.nn.training;

import dev.feedforward.nn.checkpoint.StateTransfer;

/** A mean of means, each weighted with the rows that it was taken over. */
final class RunningMean {

    private double sum;
    private long rows;

    void add(double mean, int ofRows) {
        sum += mean * ofRows;
        rows += ofRows;
    }

    /** NaN over no rows at all. */
    double mean() {
        return sum / rows;
    }

    void reset() {
        sum = 0.0;
        rows = 0;
    }

    void transfer(StateTransfer through) {
        sum = through.number(sum);
        rows = through.number(rows);
    }
}
