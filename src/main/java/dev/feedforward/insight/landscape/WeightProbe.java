package dev.feedforward.insight.landscape;

import dev.feedforward.dataset.encoding.Encoding;
import dev.feedforward.model.store.Model;
import dev.feedforward.nn.Architecture;
import dev.feedforward.nn.Evaluation;
import dev.feedforward.nn.Gradient;
import dev.feedforward.nn.Loss;
import dev.feedforward.nn.Network;
import dev.feedforward.nn.Parameters;
import dev.feedforward.nn.Workspace;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.Samples;

/**
 * Evaluates cost and loss of a copy of a model's network, whose weights may be changed, over given rows. Without
 * dropout.
 */
public final class WeightProbe {

    private final Model model;
    private final Samples samples;
    private final Network network;
    private final Loss loss;

    private WeightProbe(Model model, Samples samples) {
        this.model = model;
        this.samples = samples;
        Architecture architecture = model.network().architecture().withoutDropout();
        Parameters copy = new Parameters(architecture);
        copy.copyFrom(model.network().parameters());
        network = new Network(architecture, copy);
        loss = model.definition().training().loss();
    }

    /** A probe with rows in their own units. */
    public static WeightProbe encoded(Model model, Samples rows) {
        Samples encoded = model.definition().encoding().encode(rows);
        return new WeightProbe(model, new Samples(encoded.inputs().toMatrix(), encoded.answers()));
    }

    public Network network() {
        return network;
    }

    /** The weights and biases, which may be changed. */
    public Parameters parameters() {
        return network.parameters();
    }

    public Samples samples() {
        return samples;
    }

    Loss loss() {
        return loss;
    }

    /** Cost, in the answers' own unit, and loss with the weights as they are now. */
    public Evaluation measure() {
        Encoding encoding = model.definition().encoding();
        return network.evaluate(
                samples, loss, encoding.outputUnits(network.architecture().outputs()));
    }

    /** Feeds all rows forward; the workspace then has every weighted sum and activation. */
    public Workspace forward() {
        Workspace workspace = new Workspace(network.architecture(), samples.rows());
        network.forward(inputs(), samples.rows(), workspace);
        return workspace;
    }

    /** The derivatives of the loss; {@code workspace} is overwritten. */
    public Gradient backward(Workspace workspace) {
        Gradient gradient = new Gradient(network.architecture(), samples.rows());
        network.backward(inputs(), samples.answers().values(), loss, workspace, gradient);
        return gradient;
    }

    private double[] inputs() {
        return ((Matrix) samples.inputs()).values();
    }
}
