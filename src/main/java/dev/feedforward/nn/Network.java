package dev.feedforward.nn;

import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.kernel.Kernels;
import java.util.Arrays;

/**
 * A dense feed-forward network: its architecture and what it has learned.
 *
 * <p>Shares its parameters with whoever made it: training changes them in place.
 */
public record Network(Architecture architecture, Parameters parameters) {

    /** Rows that are fed forward at a time where nothing is trained, so that memory does not grow with the rows. */
    private static final int BLOCK = 256;

    /** Activations at a time, for networks so large that a block of rows would not fit into memory. */
    private static final long BLOCK_ACTIVATIONS = 1_000_000;

    /** A network whose weights {@code initializer} draws from {@code seed}. */
    public static Network initialized(Architecture architecture, Initializer initializer, long seed) {
        Parameters parameters = new Parameters(architecture);
        initializer.fill(parameters, architecture, seed);
        return new Network(architecture, parameters);
    }

    /**
     * Feeds rows forward: in each layer {@code z = x · W + b} and {@code a = f(z)}, masked where there is dropout.
     *
     * @param inputs rows × inputs
     * @param rows at most as many as {@code workspace} has room for
     * @param workspace receives the weighted sums and activations of every layer
     */
    public void forward(double[] inputs, int rows, Workspace workspace) {
        workspace.rows = rows;
        double[] x = inputs;
        for (int l = 0; l < parameters.layers(); l++) {
            LayerSpec layer = architecture.layers().get(l);
            double[] z = workspace.weightedSums[l];
            double[] a = workspace.activations[l];
            workspace.kernels.product(x, parameters.weights(l), z, rows, architecture.fanIn(l), layer.neurons());
            if (layer.bias()) {
                workspace.kernels.addToRows(z, parameters.biases(l), rows, layer.neurons());
            }
            layer.activation().apply(workspace.kernels, z, a, rows, layer.neurons());
            mask(a, workspace.masks[l], rows * layer.neurons());
            x = a;
        }
    }

    private static void mask(double[] a, double[] mask, int length) {
        for (int i = 0; i < Math.min(length, mask.length); i++) {
            a[i] *= mask[i];
        }
    }

    /**
     * Propagates the loss back through the layers, after {@link #forward} with the same inputs: in the output layer
     * {@code δ = ∂loss/∂a · f′(z)}, in a hidden layer {@code δ = (δ′ · W′ᵀ) · f′(z)} of the layer behind it; then
     * {@code ∂loss/∂W = xᵀ · δ} and {@code ∂loss/∂b = Σ δ} (Rumelhart, Hinton and Williams, "Learning representations
     * by back-propagating errors", Nature 323, 1986).
     *
     * @param answers rows × outputs
     * @param workspace as {@link #forward} left it; its arrays may be overwritten
     * @param gradient receives the deltas and the derivatives
     */
    public void backward(double[] inputs, double[] answers, Loss loss, Workspace workspace, Gradient gradient) {
        int last = parameters.layers() - 1;
        loss.deltas(
                workspace.kernels,
                architecture.outputActivation(),
                workspace.outputSums(),
                workspace.outputs(),
                answers,
                gradient.deltas[last],
                workspace.rows,
                architecture.outputs());
        differentiateWeights(last, inputs, workspace, gradient);
        for (int l = last - 1; l >= 0; l--) {
            propagate(l, workspace, gradient);
            differentiateWeights(l, inputs, workspace, gradient);
        }
    }

    /** The deltas of hidden layer {@code l} from those of the layer behind it. */
    private void propagate(int l, Workspace workspace, Gradient gradient) {
        LayerSpec layer = architecture.layers().get(l);
        int behind = architecture.layers().get(l + 1).neurons();
        double[] deltas = gradient.deltas[l];
        double[] a = workspace.activations[l];
        workspace.kernels.productTransposedRight(
                gradient.deltas[l + 1], parameters.weights(l + 1), deltas, workspace.rows, behind, layer.neurons());
        int length = workspace.rows * layer.neurons();
        mask(deltas, workspace.masks[l], length);
        if (layer.dropout() > 0.0) {
            for (int i = 0; i < length; i++) {
                a[i] *= 1.0 - layer.dropout();
            }
        }
        layer.activation()
                .multiplyByDerivative(
                        workspace.kernels, workspace.weightedSums[l], a, deltas, workspace.rows, layer.neurons());
    }

    private void differentiateWeights(int l, double[] inputs, Workspace workspace, Gradient gradient) {
        LayerSpec layer = architecture.layers().get(l);
        Kernels kernels = workspace.kernels;
        double[] x = l == 0 ? inputs : workspace.activations[l - 1];
        double[] deltas = gradient.deltas[l];
        kernels.productTransposedLeft(
                x, deltas, gradient.parameters.weights(l), architecture.fanIn(l), workspace.rows, layer.neurons());
        if (layer.bias()) {
            kernels.sumColumns(deltas, gradient.parameters.biases(l), workspace.rows, layer.neurons());
        }
    }

    /**
     * What the network answers, a block of rows at a time.
     *
     * @param inputs rows × inputs
     * @return rows × outputs
     */
    public Matrix outputs(RowSource inputs) {
        int columns = architecture.outputs();
        double[] outputs = new double[Math.multiplyExact(inputs.rows(), columns)];
        int blockRows = blockRows(inputs.rows());
        double[] block = new double[Math.multiplyExact(blockRows, inputs.columns())];
        Workspace workspace = new Workspace(architecture, blockRows);
        for (int from = 0; from < inputs.rows(); from += blockRows) {
            int rows = Math.min(blockRows, inputs.rows() - from);
            inputs.copyRows(from, rows, block);
            forward(block, rows, workspace);
            System.arraycopy(workspace.outputs(), 0, outputs, from * columns, rows * columns);
        }
        return new Matrix(inputs.rows(), columns, outputs);
    }

    /** Rows to feed forward at a time where there are {@code rows} in all. */
    int blockRows(int rows) {
        return (int) Math.max(1, Math.min(Math.min(BLOCK, rows), BLOCK_ACTIVATIONS / architecture.neurons()));
    }

    /** How well the network answers {@code samples}, whose answers it gives in units of 1. */
    public Evaluation evaluate(Samples samples, Loss loss) {
        double[] units = new double[architecture.outputs()];
        Arrays.fill(units, 1.0);
        return evaluate(samples, loss, units);
    }

    /**
     * How well the network answers {@code samples}.
     *
     * @param units what 1 of each output is worth in the cost
     */
    public Evaluation evaluate(Samples samples, Loss loss, double[] units) {
        Evaluator evaluator = new Evaluator(this, samples, loss, units);
        Matrix outputs = evaluator.runForOutputs();
        return new Evaluation(outputs, evaluator.cost(), evaluator.loss());
    }
}
