package dev.feedforward.nn;

import dev.feedforward.nn.checkpoint.StateTransfer;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;

/**
 * Measures cost and loss over rows that may be many, a block at a time. Has its memory from the start, so that it can
 * be run in a training loop.
 */
public final class Evaluator {

    private final Network network;
    private final Samples samples;
    private final Loss loss;
    private final double[] units;
    private final int blockRows;
    private final Workspace workspace;
    private final double[] inputs;
    private final double[] answers;
    private double costSum;
    private double lossSum;

    /** @param units what 1 of each output is worth in the cost */
    public Evaluator(Network network, Samples samples, Loss loss, double[] units) {
        this.network = network;
        this.samples = samples;
        this.loss = loss;
        this.units = units;
        blockRows = network.blockRows(samples.rows());
        workspace = new Workspace(network.architecture(), blockRows);
        inputs = new double[Math.multiplyExact(blockRows, samples.inputs().columns())];
        answers = new double[Math.multiplyExact(blockRows, samples.answers().columns())];
    }

    /** Asks the network, as its weights are now. */
    public void run() {
        run((from, rows) -> {});
    }

    /** The same, keeping what the network answers: rows × outputs. */
    Matrix runForOutputs() {
        int columns = samples.answers().columns();
        double[] outputs = new double[Math.multiplyExact(samples.rows(), columns)];
        run((from, rows) -> System.arraycopy(workspace.outputs(), 0, outputs, from * columns, rows * columns));
        return new Matrix(samples.rows(), columns, outputs);
    }

    /** Told each block of rows while its outputs are in the workspace. */
    private interface BlockListener {
        void answered(int from, int rows);
    }

    private void run(BlockListener listener) {
        costSum = 0.0;
        lossSum = 0.0;
        int columns = samples.answers().columns();
        for (int from = 0; from < samples.rows(); from += blockRows) {
            int rows = Math.min(blockRows, samples.rows() - from);
            samples.inputs().copyRows(from, rows, inputs);
            samples.answers().copyRows(from, rows, answers);
            network.forward(inputs, rows, workspace);
            listener.answered(from, rows);
            costSum += Loss.sumOfAbsoluteErrors(workspace.outputs(), answers, units, rows);
            lossSum += loss.sum(workspace.outputSums(), workspace.outputs(), answers, rows, columns);
        }
    }

    public int rows() {
        return samples.rows();
    }

    /** Passes the results of the last run. */
    public void transfer(StateTransfer through) {
        costSum = through.number(costSum);
        lossSum = through.number(lossSum);
    }

    /** The mean absolute error at the last run. */
    public double cost() {
        return costSum / ((double) samples.rows() * samples.answers().columns());
    }

    /** The objective at the last run. */
    public double loss() {
        return lossSum * loss.scale(samples.rows(), samples.answers().columns());
    }
}
