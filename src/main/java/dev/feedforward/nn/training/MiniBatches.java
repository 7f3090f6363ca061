package dev.feedforward.nn.training;

import dev.feedforward.nn.checkpoint.StateTransfer;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.random.SplitMix64;

/**
 * The rows of one iteration after another: all of them, or mini-batches in the order of the rows or in a new random
 * order each epoch. The last batch of an epoch is smaller where the rows do not come out even.
 *
 * <p>Mini-batches are copied out of the rows one after another, so that their memory is that of the largest. Where
 * every batch is all the rows, a matrix is taken as it is, and any other source is copied once, whole.
 */
final class MiniBatches {

    private final Samples samples;
    private final int batchSize;
    private final boolean shuffle;
    private final SplitMix64 random;
    private final int[] order;
    private final double[] inputs;
    private final double[] answers;
    private int from;
    private int rows;

    /** @param batchSize rows a batch; all rows where it is 0 or more than there are */
    MiniBatches(Samples samples, int batchSize, boolean shuffle, long seed) {
        this.samples = samples;
        this.batchSize = batchSize == 0 ? samples.rows() : Math.min(batchSize, samples.rows());
        this.shuffle = shuffle;
        random = SplitMix64.forPurpose(seed, "batches");
        order = new int[samples.rows()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        boolean copies = !isFull();
        inputs = copies
                ? new double[Math.multiplyExact(this.batchSize, samples.inputs().columns())]
                : samples.inputs().toMatrix().values();
        answers = copies
                ? new double
                        [Math.multiplyExact(this.batchSize, samples.answers().columns())]
                : samples.answers().values();
        from = order.length;
    }

    /** Whether every batch is all the rows. */
    boolean isFull() {
        return batchSize == samples.rows();
    }

    /** Rows of the largest batch. */
    int largest() {
        return batchSize;
    }

    /** Goes on to the next batch, of the next epoch if need be. */
    void next() {
        if (isFull()) {
            rows = batchSize;
            return;
        }
        from += rows;
        if (from >= order.length) {
            from = 0;
            if (shuffle) {
                random.shuffle(order);
            }
        }
        rows = Math.min(batchSize, order.length - from);
        gather(samples.inputs(), inputs);
        gather(samples.answers(), answers);
    }

    /** @throws IllegalArgumentException if there are other rows or batches */
    void compare(StateTransfer with) {
        with.same("training rows", samples.rows());
        with.same("rows a batch", batchSize);
        with.same("order of rows", shuffle ? "random" : "their own");
    }

    /** Passes where in which order of the rows the batch is. */
    void transfer(StateTransfer through) {
        from = (int) through.number(from);
        rows = (int) through.number(rows);
        random.transfer(through);
        if (shuffle && !isFull()) {
            through.numbers(order);
        }
    }

    private void gather(RowSource source, double[] target) {
        int columns = source.columns();
        for (int i = 0; i < rows; i++) {
            source.copyRow(order[from + i], target, i * columns);
        }
    }

    /** The batch's inputs: rows × inputs, in an array that may be longer. */
    double[] inputs() {
        return inputs;
    }

    /** The batch's answers: rows × outputs, in an array that may be longer. */
    double[] answers() {
        return answers;
    }

    int rows() {
        return rows;
    }

    /** Whether the batch is the last of its epoch. */
    boolean endsEpoch() {
        return isFull() || from + rows == order.length;
    }
}
