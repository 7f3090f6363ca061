package dev.feedforward.nn.training;

import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.checkpoint.StateTransfer;

/** What an optimizer remembers from one correction to the next, changeable. */
public final class OptimizerState {

    private final double[][][] memory;
    private long corrections;

    /** Nothing remembered yet. */
    public OptimizerState(Optimizer optimizer, Parameters parameters) {
        double[][] arrays = parameters.arrays();
        memory = new double[arrays.length][optimizer.memory()][];
        for (int i = 0; i < arrays.length; i++) {
            for (int slot = 0; slot < optimizer.memory(); slot++) {
                memory[i][slot] = new double[arrays[i].length];
            }
        }
    }

    /** Passes the corrections, then of each array of the parameters what is remembered of it. */
    void transfer(StateTransfer through) {
        corrections = through.number(corrections);
        for (double[][] slots : memory) {
            for (double[] numbers : slots) {
                through.numbers(numbers);
            }
        }
    }

    /** Counts one more correction; answers how many there are with it. */
    long next() {
        return ++corrections;
    }

    /** What is remembered of array {@code i} of the parameters: arrays of its length. */
    double[][] memory(int i) {
        return memory[i];
    }
}
