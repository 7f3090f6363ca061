package dev.feedforward.nn;

import dev.feedforward.nn.kernel.Kernels;

/**
 * Scratch memory to feed a number of rows forward through one network: allocated once, overwritten by every pass.
 *
 * <p>Each array holds rows × neurons of a layer, row-major.
 */
public final class Workspace {

    final Kernels kernels;
    final double[][] weightedSums;
    final double[][] activations;
    /** Of layers with dropout, what each activation is multiplied with; empty for others. */
    final double[][] masks;
    /** How many rows were fed forward last; the arrays may have room for more. */
    int rows;

    /** Memory for up to {@code rows} rows at a time. */
    public Workspace(Architecture architecture, int rows) {
        this(architecture, rows, new Kernels());
    }

    /** Memory for up to {@code rows} rows at a time, and what computes with it. */
    public Workspace(Architecture architecture, int rows, Kernels kernels) {
        this.rows = rows;
        this.kernels = kernels;
        weightedSums = perLayer(architecture, rows);
        activations = perLayer(architecture, rows);
        masks = new double[architecture.layers().size()][0];
    }

    static double[][] perLayer(Architecture architecture, int rows) {
        return architecture.layers().stream()
                .map(layer -> new double[Math.multiplyExact(rows, layer.neurons())])
                .toArray(double[][]::new);
    }

    /** The network's outputs for the rows fed forward last: rows × outputs, in an array that may be longer. */
    public double[] outputs() {
        return activations[activations.length - 1];
    }

    /** The weighted sums of the output layer, of which the outputs were made. */
    public double[] outputSums() {
        return weightedSums[weightedSums.length - 1];
    }

    /** The weighted sums of layer {@code layer} for the rows fed forward last: rows × neurons. */
    public double[] weightedSums(int layer) {
        return weightedSums[layer];
    }

    /** The activations of layer {@code layer} for the rows fed forward last: rows × neurons. */
    public double[] activations(int layer) {
        return activations[layer];
    }
}
