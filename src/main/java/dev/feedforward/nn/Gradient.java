package dev.feedforward.nn;

/**
 * The loss's derivatives, as {@link Network#backward} finds them: allocated once, overwritten by every pass.
 *
 * <p>{@code deltas} are those with respect to the weighted sums: rows × neurons of a layer, row-major.
 * {@code parameters} are those with respect to the weights and biases.
 */
public final class Gradient {

    final double[][] deltas;
    final Parameters parameters;

    /** Memory for {@code rows} rows at a time. */
    public Gradient(Architecture architecture, int rows) {
        deltas = Workspace.perLayer(architecture, rows);
        parameters = new Parameters(architecture);
    }

    /** The derivatives with respect to the weighted sums of layer {@code layer}: rows × neurons. */
    public double[] deltas(int layer) {
        return deltas[layer];
    }

    /** The derivatives with respect to every weight and bias. */
    public Parameters parameters() {
        return parameters;
    }
}
