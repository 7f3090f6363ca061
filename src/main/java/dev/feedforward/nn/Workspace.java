package dev.feedforward.nn;

/**
 * Scratch memory to feed a number of rows forward through one network: allocated once, overwritten by every pass.
 *
 * <p>Each array holds rows × neurons of a layer, row-major.
 */
public final class Workspace {

    final int rows;
    final double[][] weightedSums;
    final double[][] activations;

    /** Memory for {@code rows} rows at a time. */
    public Workspace(Architecture architecture, int rows) {
        this.rows = rows;
        weightedSums = perLayer(architecture, rows);
        activations = perLayer(architecture, rows);
    }

    static double[][] perLayer(Architecture architecture, int rows) {
        return architecture.layers().stream()
                .map(layer -> new double[Math.multiplyExact(rows, layer.neurons())])
                .toArray(double[][]::new);
    }

    /** The network's outputs for the rows fed forward last: rows × outputs. */
    public double[] outputs() {
        return activations[activations.length - 1];
    }
}
