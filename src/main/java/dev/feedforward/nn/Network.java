package dev.feedforward.nn;

import dev.feedforward.nn.kernel.Kernels;

/**
 * A dense feed-forward network: its architecture and what it has learned.
 *
 * <p>Shares its parameters with whoever made it: training changes them in place.
 */
public record Network(Architecture architecture, Parameters parameters) {

    /** How many rows {@link #outputs} feeds forward at a time, so that its memory does not grow with the rows. */
    private static final int BLOCK = 256;

    /** Activations at a time, for networks so large that a block of rows would not fit into memory. */
    private static final long BLOCK_ACTIVATIONS = 1_000_000;

    /** A network whose weights {@code initializer} draws from {@code seed}. */
    public static Network initialized(Architecture architecture, Initializer initializer, long seed) {
        Parameters parameters = new Parameters(architecture);
        initializer.fill(parameters, seed);
        return new Network(architecture, parameters);
    }

    /**
     * Feeds rows forward: in each layer {@code z = x · W + b} and {@code a = f(z)}.
     *
     * @param inputs as many rows × inputs as {@code workspace} has room for
     * @param workspace receives the weighted sums and activations of every layer
     */
    public void forward(double[] inputs, Workspace workspace) {
        double[] x = inputs;
        for (int l = 0; l < parameters.layers(); l++) {
            LayerSpec layer = architecture.layers().get(l);
            double[] z = workspace.weightedSums[l];
            Kernels.product(x, parameters.weights(l), z, workspace.rows, architecture.fanIn(l), layer.neurons());
            if (layer.bias()) {
                Kernels.addToRows(z, parameters.biases(l), workspace.rows, layer.neurons());
            }
            x = workspace.activations[l];
            layer.activation().apply(z, x, z.length);
        }
    }

    /**
     * Propagates the loss back through the layers, after {@link #forward} with the same inputs: in the output layer
     * {@code δ = ∂loss/∂a · f′(z)}, in a hidden layer {@code δ = (δ′ · W′ᵀ) · f′(z)} of the layer behind it; then
     * {@code ∂loss/∂W = xᵀ · δ} and {@code ∂loss/∂b = Σ δ} (Rumelhart, Hinton and Williams, "Learning representations
     * by back-propagating errors", Nature 323, 1986).
     *
     * @param answers rows × outputs
     * @param workspace as {@link #forward} left it
     * @param gradient receives the deltas and the derivatives
     */
    public void backward(double[] inputs, double[] answers, Loss loss, Workspace workspace, Gradient gradient) {
        int last = parameters.layers() - 1;
        double[] outputs = workspace.outputs();
        loss.gradient(outputs, answers, gradient.deltas[last], outputs.length);
        for (int l = last; l >= 0; l--) {
            LayerSpec layer = architecture.layers().get(l);
            double[] delta = gradient.deltas[l];
            layer.activation()
                    .multiplyByDerivative(workspace.weightedSums[l], workspace.activations[l], delta, delta.length);
            double[] x = l == 0 ? inputs : workspace.activations[l - 1];
            differentiateLayer(l, x, workspace.rows, gradient);
        }
    }

    private void differentiateLayer(int l, double[] x, int rows, Gradient gradient) {
        LayerSpec layer = architecture.layers().get(l);
        int fanIn = architecture.fanIn(l);
        double[] delta = gradient.deltas[l];
        Kernels.productTransposedLeft(x, delta, gradient.parameters.weights(l), fanIn, rows, layer.neurons());
        if (layer.bias()) {
            Kernels.sumColumns(delta, gradient.parameters.biases(l), rows, layer.neurons());
        }
        if (l > 0) {
            Kernels.productTransposedRight(
                    delta, parameters.weights(l), gradient.deltas[l - 1], rows, layer.neurons(), fanIn);
        }
    }

    /**
     * What the network answers.
     *
     * @param inputs rows × inputs
     * @return rows × outputs
     */
    public Matrix outputs(Matrix inputs) {
        int columns = architecture.outputs();
        double[] outputs = new double[Math.multiplyExact(inputs.rows(), columns)];
        int blockRows = (int) Math.max(1, Math.min(BLOCK, BLOCK_ACTIVATIONS / architecture.neurons()));
        double[] block = new double[blockRows * inputs.columns()];
        Workspace workspace = new Workspace(architecture, blockRows);
        for (int from = 0; from < inputs.rows(); from += blockRows) {
            int rows = Math.min(blockRows, inputs.rows() - from);
            System.arraycopy(inputs.values(), from * inputs.columns(), block, 0, rows * inputs.columns());
            forward(block, workspace);
            System.arraycopy(workspace.outputs(), 0, outputs, from * columns, rows * columns);
        }
        return new Matrix(inputs.rows(), columns, outputs);
    }

    /** How well the network answers {@code samples}. */
    public Evaluation evaluate(Samples samples, Loss loss) {
        Matrix outputs = outputs(samples.inputs());
        double[] answers = samples.answers().values();
        return new Evaluation(
                outputs,
                Loss.meanAbsoluteError(outputs.values(), answers, answers.length),
                loss.value(outputs.values(), answers, answers.length));
    }
}
